"""Is what is copied checked as it is copied, and is it said where that cannot be?"""

from __future__ import annotations

import os
import signal
import time

import pytest

from cli.runs import run, start
from staffroom.cli.clipboard import PROGRAMS, find_clipboard

XCLIP = '#!/bin/sh\ncat "{copied}"\n'


@pytest.fixture
def desktop(tmp_path):
    """A folder with a program that prints what is copied, as xclip does, and the file that it prints."""
    copied, program = tmp_path / "copied", tmp_path / "bin" / "xclip"
    copied.write_text("before", "utf-8")
    program.parent.mkdir()
    program.write_text(XCLIP.format(copied=copied), "utf-8")
    program.chmod(0o755)
    return program.parent, copied


def test_without_a_clipboard_it_is_said_what_to_install_and_the_status_is_two(tmp_path):
    done = run("check", "--watch-clipboard", home=tmp_path, PATH="/nowhere")
    assert done.code == 2
    assert "install wl-clipboard or xclip" in done.said


def test_a_text_and_the_clipboard_are_not_checked_at_once(tmp_path):
    done = run("check", "a text", "--watch-clipboard", home=tmp_path)
    assert (done.code, done.out) == (2, "")


def test_a_program_without_a_desktop_is_not_asked(desktop, monkeypatch):
    folder, _ = desktop
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("DISPLAY", raising=False)
    assert find_clipboard() is None
    monkeypatch.setenv("DISPLAY", ":9")
    assert find_clipboard() == next(program for program, _ in PROGRAMS if program[0] == "xclip")


def test_what_is_copied_is_checked_and_what_was_there_before_is_not(desktop, tmp_path):
    folder, copied = desktop
    copied.write_text("A boy in my class has an EHCP, from before", "utf-8")
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    watching = start("check", "--watch-clipboard", home=tmp_path, PATH=path, DISPLAY=":9")
    assert watching.stderr is not None
    assert b"The clipboard is watched." in watching.stderr.readline()
    time.sleep(1.5)
    copied.write_text("One of my pupils had a seizure", "utf-8")
    assert watching.stdout is not None
    first = watching.stdout.readline().decode()
    watching.send_signal(signal.SIGINT)
    rest, _ = watching.communicate(timeout=20)
    assert first == "must  “seizure”\n"
    assert b"EHCP" not in rest
    assert watching.returncode == 130
