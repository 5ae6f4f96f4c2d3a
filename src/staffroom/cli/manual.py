"""How is the manual written: man pages, and the reference of the documentation?

`python -m staffroom.cli.manual DIR` writes staffroom.1, staffroom-logs-read.1 and so on;
`python -m staffroom.cli.manual --markdown` prints docs/reference/commands.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import click

from staffroom import __version__
from staffroom.cli.home import HOME, PLAIN
from staffroom.cli.main import main as staffroom
from staffroom.cli.manual_page import ManualPage, pages

ENVIRONMENT: Final = (
    (HOME, "The school's folder, where --school does not give it."),
    (PLAIN, "Any value: do without compiled kernels. Logs are then read more slowly, to the same result."),
    ("NO_COLOR", "Any value: do without colours."),
)
STATUS: Final = (
    ("0", "It was done."),
    (
        "1",
        "It could not be done, the doctor found something wrong, or the check noticed something.",
    ),
    ("2", "The command was not understood, or a file that it was given cannot be used."),
    ("130", "It was stopped with Ctrl-C. What was read so far is kept."),
)


def write_roff(page: ManualPage, others: Iterable[ManualPage]) -> str:
    """Write a page for `man`."""
    lines = [
        f'.TH "{_plain(page.name.upper())}" 1 "" "Staffroom {__version__}" "Staffroom"',
        *(".SH NAME", rf"{_plain(page.name)} \- {_plain(page.purpose)}"),
        *(".SH SYNOPSIS", rf"\fB{_plain(' '.join(page.words))}\fR {_plain(page.usage)}"),
        *(".SH DESCRIPTION", *_paragraphs(page.description)),
        *_section("COMMANDS", page.commands),
        *_section("OPTIONS", page.options),
        *_section("ENVIRONMENT", ENVIRONMENT),
        *_section("EXIT STATUS", STATUS),
        *(".SH EXAMPLE", ".nf", _line(page.example), ".fi"),
        *(".SH SEE ALSO", ",\n".join(rf"\fB{_plain(one.name)}\fR(1)" for one in others if one != page)),
    ]
    return "\n".join(lines) + "\n"


def _paragraphs(paragraphs: Iterable[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield ".PP"
        yield _line(paragraph)


def _section(title: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    entries = [(".TP", rf"\fB{_plain(term)}\fR", _line(meaning)) for term, meaning in pairs]
    if entries:
        yield f".SH {title}"
    for entry in entries:
        yield from entry


def _plain(text: str) -> str:
    """Write text for roff: its own sign is written \\e, and a hyphen that can be typed \\-."""
    return text.replace("\\", r"\e").replace("-", r"\-")


def _line(text: str) -> str:
    """Write a line that may begin with a sign of roff's."""
    plain = _plain(text)
    return rf"\&{plain}" if plain.startswith((".", "'")) else plain


def write_markdown(every: Iterable[ManualPage]) -> str:
    """Write the reference of all commands."""
    head = (
        "# The commands\n\nMade from the commands' own help by `python -m staffroom.cli.manual --markdown`.\n"
    )
    parts = [head, *map(_chapter, every), "## Environment\n", _rows(ENVIRONMENT), "## Exit status\n"]
    return "\n".join([*parts, _rows(STATUS)])


def _chapter(page: ManualPage) -> str:
    name = " ".join(page.words)
    parts = [f"## {name}", *page.description, f"```text\n{name} {page.usage}\n```"]
    parts += [_rows(pairs).rstrip() for pairs in (page.commands, page.options) if pairs]
    return "\n\n".join([*parts, f"Example:\n\n```sh\n{page.example}\n```"]) + "\n"


def _rows(pairs: Iterable[tuple[str, str]]) -> str:
    rows = (
        f"| `{term.replace('|', chr(92) + '|')}` | {meaning.replace('|', chr(92) + '|')} |"
        for term, meaning in pairs
    )
    return "\n".join(["| | |", "|---|---|", *rows, ""])


@click.command(epilog="Example: python -m staffroom.cli.manual build/man")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--markdown", is_flag=True, help="Print the reference of the documentation.")
def manual(folder: Path | None, markdown: bool) -> None:
    """Write the man pages of all commands into a folder."""
    every = list(pages(staffroom))
    if markdown:
        click.echo(write_markdown(every), nl=False)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for page in every:
            (folder / f"{page.name}.1").write_text(write_roff(page, every), "utf-8")
    if folder is None and not markdown:
        raise click.UsageError("Give a folder for the man pages, or --markdown.")


if __name__ == "__main__":
    manual()
