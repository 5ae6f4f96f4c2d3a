"""Is the manual what the commands say of themselves, and can `man` show it?"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cli.test_every_command import EVERY
from staffroom.cli.main import main
from staffroom.cli.manual import manual, write_markdown, write_roff
from staffroom.cli.manual_page import pages

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"
PAGES = list(pages(main))

each = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@click.command(epilog="Example: staffroom odd .start")
@click.argument("word")
@click.option("--odd", metavar="A|B", help=".Begins like a request; \\n is no line end.")
def odd(word: str, odd: str) -> None:
    """Do 'odd' things - with \\fBsigns\\fR of roff's.

    'This begins with a quotation mark.

    .This begins with a full stop, and — has “signs” beyond ASCII.
    """


def shown(roff: str) -> tuple[str, str]:
    """Return what `man` shows of a page, and what it warns of."""
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-"],
        input=roff.encode(),
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"], "MANWIDTH": "80", "LANG": "C.UTF-8", "GROFF_NO_SGR": "1"},
    )
    text = done.stdout.decode("utf-8")
    for sign in {text[at - 1 : at + 2] for at, each in enumerate(text) if each == "\b"}:
        text = text.replace(sign, sign[2])  # an old terminal's way to print bold
    return text, done.stderr.decode("utf-8")


needs_man = pytest.mark.skipif(
    not shutil.which("man") or not shutil.which("groff"), reason="man is not installed"
)


@needs_man
@each
def test_man_shows_every_page_without_a_warning(page):
    text, warnings = shown(write_roff(page, PAGES))
    assert warnings == ""
    words = " ".join(text.split())
    assert f"{page.name}(1)".upper() in words
    for word in " ".join(page.description).replace("-", " ").split():
        assert word.strip("‐") in words.replace("-", " ") or "‐" in text, word
    assert page.example in words
    assert [option for option, _ in page.options if option.split()[0].rstrip(",") not in words] == []


@needs_man
def test_signs_of_roff_are_shown_as_they_are():
    (page,) = pages(odd, ("staffroom", "odd"))
    text, warnings = shown(write_roff(page, PAGES))
    assert warnings == ""
    words = " ".join(text.split())
    for said in (
        r"Do 'odd' things - with \fBsigns\fR of roff's.",
        "'This begins with a quotation mark.",
        ".This begins with a full stop, and — has “signs” beyond ASCII.",
        r".Begins like a request; \n is no line end.",
        "staffroom odd .start",
    ):
        assert said in words


def test_there_is_a_page_for_every_command(tmp_path):
    result = CliRunner().invoke(manual, [str(tmp_path / "man")])
    assert result.exit_code == 0
    names = {file.name for file in (tmp_path / "man").iterdir()}
    assert names == {"staffroom.1", *(f"staffroom-{'-'.join(words)}.1" for words in EVERY)}
    for page in PAGES:
        text = (tmp_path / "man" / f"{page.name}.1").read_text("utf-8")
        assert text == write_roff(page, PAGES)


def test_without_a_folder_it_says_what_it_needs():
    result = CliRunner().invoke(manual, [])
    assert result.exit_code == 2
    assert "Give a folder for the man pages, or --markdown." in result.output


@each
def test_a_page_has_what_help_has(page):
    command = EVERY.get(page.words[1:], main)
    context = click.Context(command, info_name=page.words[-1])
    help_text = " ".join(command.get_help(context).split())
    assert " ".join(page.description) in help_text
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert any(parameter.opts[0] in option for option, _ in page.options)


def test_the_reference_of_the_documentation_is_what_the_commands_say():
    made = CliRunner().invoke(manual, ["--markdown"])
    assert made.exit_code == 0
    assert made.output == write_markdown(PAGES)
    assert REFERENCE.read_text("utf-8") == made.output, (
        "Make it again: python -m staffroom.cli.manual --markdown > docs/reference/commands.md"
    )


def test_bars_do_not_break_the_tables_of_the_reference():
    text = write_markdown(pages(odd, ("staffroom", "odd")))
    assert r"| `--odd A\|B` |" in text
