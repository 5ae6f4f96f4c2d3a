"""How does a person see how far long work has come, at a terminal and in a file?"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import threading

import pytest

from cli.runs import COMMAND, run, surroundings
from staffroom.cli import progress
from staffroom.cli.progress import PAUSE, WrittenProgress, sentence, shown_progress

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX's")
LINES = b"1789387200.000 10 10.30.0.9 TCP_MISS/200 100 GET http://example.com/ - HIER_DIRECT/203.0.113.9 -\n"


def on_a_terminal(*arguments: object, home) -> tuple[int, str]:
    """Run a command at a pseudo-terminal; return its status and all that the terminal was sent."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=surroundings(home, TERM="xterm-256color"),
    )
    os.close(theirs)
    sent = bytearray()

    def listen() -> None:
        try:
            while part := os.read(ours, 4096):
                sent.extend(part)
        except OSError:
            return  # the terminal is closed when the command has ended

    listener = threading.Thread(target=listen)
    listener.start()
    code = process.wait(timeout=120)
    listener.join()
    os.close(ours)
    return code, sent.decode("utf-8")


@pytest.fixture(scope="module")
def long_log(logs, tmp_path_factory):
    """A log that takes a few seconds to read."""
    file = tmp_path_factory.mktemp("long") / "access.log"
    file.write_bytes(b"".join(one.read_bytes() for one in sorted(logs.iterdir())) + LINES * 600_000)
    return file


def test_a_terminal_sees_a_bar_that_is_gone_at_the_end(long_log, home):
    code, sent = on_a_terminal("logs", "read", long_log, home=home)
    assert code == 0
    drawn = re.findall(r"\r\x1b\[2K([█░]* ?)Reading access\.log: [\d,]+ (?:of about [\d,]+ )?lines\.", sent)
    assert drawn
    assert "█" in "".join(drawn)
    before, _, after = sent.rpartition("\r\x1b[2K")
    assert "Reading" in before
    assert "Reading" not in after
    assert "access.log (Squid, native access log)\r\n" in after


def test_a_file_gets_whole_lines_without_a_bar(long_log, home):
    done = run("logs", "read", long_log, home=home)
    assert done.code == 0
    assert "\x1b" not in done.err + done.out
    assert "\r" not in done.err + done.out
    assert done.err.splitlines()
    for line in done.err.splitlines():
        assert re.fullmatch(r"Reading access\.log: [\d,]+ (of about [\d,]+ )?lines\.", line)


def test_a_document_is_printed_without_a_word_beside_it(long_log, home):
    done = run("logs", "read", long_log, "--json", home=home)
    assert done.err == ""


def test_a_report_at_a_terminal_has_colours_and_in_a_file_none(read_home):
    code, sent = on_a_terminal("report", "week", home=read_home)
    assert code == 0
    assert "\x1b[" in sent
    assert "\x1b[" not in run("report", "week", home=read_home).out


class Clock:
    """A clock that is set by hand, and what was written meanwhile."""

    def __init__(self, monkeypatch, *, terminal: bool) -> None:
        self.now = 100.0
        self.written: list[str] = []
        monkeypatch.setattr(progress.time, "monotonic", lambda: self.now)
        monkeypatch.setattr(progress.sys, "stderr", self)
        self.isatty = lambda: terminal

    def write(self, text: str) -> None:
        self.written.append(text)

    def flush(self) -> None:
        pass


def test_what_is_quick_needs_no_word(monkeypatch):
    clock = Clock(monkeypatch, terminal=True)
    with shown_progress(quiet=False) as shown:
        clock.now += 0.9
        shown.advance(doing="Reading", done=10, of=20)
    assert clock.written == []


def test_a_terminal_is_not_flooded(monkeypatch):
    clock = Clock(monkeypatch, terminal=True)
    shown = WrittenProgress()
    clock.now += 1
    for done in range(100):
        shown.advance(doing="Reading", done=done, of=None)
    assert len(clock.written) == 1
    clock.now += PAUSE
    shown.advance(doing="Reading", done=100, of=200)
    assert "██████████░░░░░░░░░░ Reading: 100 of about 200 lines." in clock.written[-1]


def test_the_words_say_how_many_lines_could_not_be_read():
    said = sentence(doing="Reading x", done=1_200, of=3_000, unreadable=4)
    assert said == "Reading x: 1,200 of about 3,000 lines. 4 could not be read."
    assert sentence(doing="Reading x", done=3, of=3, unreadable=0) == "Reading x: 3 lines."
