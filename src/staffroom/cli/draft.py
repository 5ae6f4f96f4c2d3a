"""The command that checks a draft before it is posted: texts, files, standard input, the clipboard."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from staffroom.cli.completion import complete_files
from staffroom.cli.home import find_home, json_option, school_option

if TYPE_CHECKING:
    from staffroom.cli.draft_sources import Source
    from staffroom.detectors.detector import Ground
    from staffroom.records.drafts import Draft
    from staffroom.records.findings import Checked

NOTICED, UNREADABLE = 1, 2
ASKED: Final = "Type or paste the text, and end it with Ctrl-D on a line of its own (Windows: Ctrl-Z, Enter)."


@click.command(epilog='Example: staffroom check "So proud of my class today!"')
@click.argument("texts", nargs=-1, metavar="[TEXT]...")
@click.option(
    *("--file", "-f", "files"),
    type=click.Path(path_type=Path),
    multiple=True,
    shell_complete=complete_files,
    help="A file to check; may be given several times.",
)
@click.option(
    "--for-school", is_flag=True, help="The text is for a school purpose, from the school's account."
)
@click.option("--watch-clipboard", is_flag=True, help="Check whatever is copied, until Ctrl-C.")
@school_option
@json_option
def check(
    texts: tuple[str, ...],
    files: tuple[Path, ...],
    for_school: bool,
    watch_clipboard: bool,
    school: Path | None,
    as_json: bool,
) -> None:
    """Check a text before it is posted, and say what in it touches the policy.

    Give the TEXT itself, a file, or nothing: then standard input is read. What stands on a command line is
    kept in the shell's history; a file or standard input is not. The text is looked at in memory only:
    nothing of it is kept, logged or sent anywhere. It is advice, and nobody else hears of it.

    The school's own words are in words.toml in its folder. The status is 0 where nothing was noticed, 1
    where something was, and 2 where something could not be read.
    """
    ground = _ground(school)
    if watch_clipboard and (texts or files):
        raise click.UsageError("--watch-clipboard takes no text and no file beside it.")
    if watch_clipboard:
        _watch(ground, for_school=for_school, as_json=as_json)
        return
    sources = list(_sources(texts, files))
    now = datetime.now().astimezone()
    checked = [(one, _check(one.text, ground, for_school, at=now)) for one in sources if not one.problem]
    _show(checked, [one for one in sources if one.problem], ground, as_json=as_json)
    if any(one.problem for one in sources):
        raise SystemExit(UNREADABLE)
    if any(found.findings for _, found in checked):
        raise SystemExit(NOTICED)


def _sources(texts: tuple[str, ...], files: tuple[Path, ...]) -> Iterator[Source]:
    from staffroom.cli.draft_sources import read_file, read_input, take_text

    for number, text in enumerate(texts, start=1):
        yield take_text(text, "text" if len(texts) == 1 else f"text {number}")
    for file in files:
        yield read_file(file)
    if not texts and not files:
        if sys.stdin.isatty():
            click.echo(ASKED, err=True)
        yield read_input(sys.stdin.buffer)


def _ground(school: Path | None) -> Ground:
    """Return the school's words; what of them cannot be used is said, and the rest counts."""
    from staffroom.detectors.detector import Ground
    from staffroom.detectors.shelf import BUILT_IN
    from staffroom.readers.rosters.words_toml import FILE, LARGEST_READ, read_words

    if school is not None and not school.is_dir():
        raise click.UsageError(f"There is no folder {school}. Look at its spelling, or make it first.")
    file = find_home(school).folder / FILE
    content = b""
    if file.is_file():
        with file.open("rb") as opened:
            content = opened.read(LARGEST_READ)
    read = read_words(content, detectors={name.replace("_", "-") for name in BUILT_IN})
    for problem in read.problems:
        row = f", line {problem.row}" if problem.row else ""
        click.echo(f"! {problem.file}{row}: {problem.reason}", err=True)
    return Ground(read.words)


def _check(
    text: str, ground: Ground, for_school: bool, *, at: datetime, since_last: timedelta | None = None
) -> Checked:
    from staffroom.detectors.checker import check as check_draft
    from staffroom.records.drafts import Draft

    draft: Draft = Draft(text, at.replace(tzinfo=None), since_last, for_school)
    return check_draft(draft, ground)


def _show(
    checked: list[tuple[Source, Checked]], unread: list[Source], ground: Ground, *, as_json: bool
) -> None:
    from staffroom.cli import draft_screens

    if as_json:
        click.echo(json.dumps(draft_screens.check_document(checked, unread), indent=2, ensure_ascii=False))
        return
    draft_screens.show(checked, ground.words)
    for source in unread:
        click.echo(f"! {source.name}: {source.problem}", err=True)


def _watch(ground: Ground, *, for_school: bool, as_json: bool) -> None:
    """Check what is copied, as it is copied; one that comes soon after another is known to."""
    from staffroom.cli.clipboard import NO_CLIPBOARD, copied_texts, find_clipboard
    from staffroom.cli.draft_sources import take_text

    clipboard = find_clipboard()
    if clipboard is None:
        raise click.UsageError(NO_CLIPBOARD)
    click.echo("The clipboard is watched. Copy a text to have it checked; Ctrl-C ends it.", err=True)
    last: datetime | None = None
    for text in copied_texts(clipboard):
        now = datetime.now().astimezone()
        source = take_text(text, "clipboard")
        since_last = None if last is None else now - last
        found = (
            []
            if source.problem
            else [(source, _check(source.text, ground, for_school, at=now, since_last=since_last))]
        )
        _show(found, [source] if source.problem else [], ground, as_json=as_json)
        last = now
