"""Does a shell complete commands, formats and files?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from cli.runs import run, surroundings
from staffroom.readers.logs import shelf

SHELLS = ("bash", "zsh", "fish")


@pytest.fixture
def place(tmp_path):
    """A folder with a `staffroom` to be found, and something to complete."""
    command = tmp_path / "bin" / "staffroom"
    command.parent.mkdir()
    command.write_text(f"#!{sys.executable}\nfrom staffroom.cli.main import main\nmain()\n")
    command.chmod(0o755)
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "access.log").write_text("")
    (tmp_path / "our-policy.docx").write_text("")
    return tmp_path


def completed_by_bash(place, *words: str) -> set[str]:
    """Ask bash, as its Tab key does, what may stand in the place of the last word."""
    script = run("completion", "bash").out
    line = " ".join(f"'{word}'" for word in words)
    asked = (
        f'{script}\ncompopt() {{ echo "left to bash: $2"; }}\n'
        f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}\n"
        '_staffroom_completion staffroom; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    path = f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", asked],
        cwd=place,
        capture_output=True,
        check=False,
        env=surroundings(place) | {"PATH": path},
    )
    assert done.stderr == b""
    return set(done.stdout.decode().split("\n")) - {""}


needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")


@needs_bash
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("staffroom", "re"), {"report", "restore"}),
        (("staffroom", "logs", ""), {"read"}),
        (("staffroom", "policy", "co"), {"coverage", "compare"}),
        (("staffroom", "doctor", "--js"), {"--json"}),
        (("staffroom", "completion", "z"), {"zsh"}),
        (
            ("staffroom", "logs", "read", "--format", "squid"),
            {"squid", "squid-combined", "squid-staffroom"},
        ),
        (("staffroom", "report", "week", "--of", ""), set()),
    ],
)
def test_bash_completes_commands_options_and_formats(words, expected, place):
    assert completed_by_bash(place, *words) == expected


@needs_bash
@pytest.mark.parametrize(
    "words",
    [
        ("logs", "read", "lo"),
        ("logs", "read", "--mapping", "o"),
        ("report", "week", "lo"),
        ("report", "week", "--html", "o"),
        ("policy", "import", "our"),
        ("policy", "compare", "our"),
        ("backup", "b"),
        ("restore", "b"),
    ],
)
def test_bash_is_left_to_complete_files(words, place):
    assert completed_by_bash(place, "staffroom", *words) == {"left to bash: default"}


@needs_bash
def test_bash_can_read_the_script_and_registers_it():
    script = run("completion", "bash").out
    done = subprocess.run(
        ["bash", "--norc", "-c", f"{script}\ncomplete -p staffroom"], capture_output=True, check=False
    )
    assert done.stderr == b""
    assert b"-F _staffroom_completion staffroom" in done.stdout


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_can_read_their_script(shell):
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    script = run("completion", shell).out
    done = subprocess.run([shell, "-n"], input=script.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_says_first_how_it_is_installed(shell):
    done = run("completion", shell)
    remarks = [line for line in done.out.splitlines() if line.startswith("# ")]
    assert f"#   staffroom completion {shell} > " in "\n".join(remarks)
    assert f"_STAFFROOM_COMPLETE={shell}_complete" in done.out


def test_the_script_is_printed_without_the_shell_being_there():
    done = run("completion", "bash", PATH="/nowhere")
    assert done.code == 0
    assert done.out.startswith("# Bash 4.4 or later.")


def test_a_shell_that_is_not_known_is_said_with_those_that_are():
    done = run("completion", "tcsh")
    assert done.code == 2
    assert "'bash', 'zsh', 'fish'" in done.err


@needs_bash
def test_every_format_can_be_completed(place):
    found = completed_by_bash(place, "staffroom", "logs", "read", "--format", "")
    assert found == {one.name for one in shelf.all_formats()}
