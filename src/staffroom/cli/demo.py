"""The command that shows Staffroom at work on a made school."""

from __future__ import annotations

import json
import shutil
import textwrap
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from staffroom.cli.home import Home, json_option
from staffroom.cli.progress import shown_progress
from staffroom.cli.reading_logs import describe, open_store, read_logs
from staffroom.cli.report import show
from staffroom.demonstration.comparison import Comparison, compare
from staffroom.demonstration.comparison import describe as describe_comparison
from staffroom.demonstration.school import school_files
from staffroom.demonstration.truth import Truth
from staffroom.demonstration.week import LINES_PER_DAY, made_days
from staffroom.records.week import WeekReport
from staffroom.reports.week_document import draw_document
from staffroom.reports.week_page import draw_page
from staffroom.traffic.judged_week import judged_week
from staffroom.traffic.school_folder import OpenedSchool
from staffroom.traffic.week_report import report_week

WEEK = date(2026, 9, 14)
SEED = 4
MARK = "truth.json"
STEPS = 7


@click.command(
    short_help="Show it all on a made school and a made week.",
    epilog="Example: staffroom demo --into hollybank",
)
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("staffroom-demo"),
    show_default=True,
    help="The folder in which the made school is put.",
)
@click.option("--seed", default=SEED, show_default=True, help="Another number makes another school and week.")
@click.option(
    "--lines", default=LINES_PER_DAY, show_default=True, type=click.IntRange(1_000, 1_000_000),
    help="How many lines a school day's log has.",
)  # fmt: skip
@json_option
def demo(folder: Path, seed: int, lines: int, as_json: bool) -> None:
    """Make a school and a week of its network's logs, read them, and report.

    Everybody in it is made up. What the made people really did is known and kept beside the logs, so that
    the report says how far from the truth it was.
    """
    home = Home(folder)
    _refuse_foreign(folder)
    truth = _make_week(folder, seed, lines, quiet=as_json)
    with home.locked():
        opened, outcomes = read_logs(home, [str(folder / "logs")], quiet=as_json)
    made = _report(home, opened)
    comparison = _compare(home, opened, truth)
    page = folder / "week.html"
    page.write_text(draw_page(made), "utf-8")
    if as_json:
        click.echo(json.dumps(_document(folder, made, comparison), indent=2))
        return
    for outcome in outcomes:
        click.echo("\n".join(describe(outcome)))
    _say(made, comparison, folder, page)


def _refuse_foreign(folder: Path) -> None:
    """Put nothing into a folder that holds anything but an earlier demonstration."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise click.ClickException(f"{folder} holds something else. Name another folder with --into.")


def _make_week(folder: Path, seed: int, lines: int, *, quiet: bool) -> Truth:
    """Write the school's files, a log for each day, and the truth."""
    _clear(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, content in school_files(seed=seed, week=WEEK).items():
        _write(folder / name, content)
    truth = Truth()
    with shown_progress(quiet=quiet) as progress:
        for place, made in enumerate(made_days(seed=seed, week=WEEK, lines_per_day=lines), 1):
            progress.advance(doing=f"Making {made.day:%A}'s log", done=place * lines, of=STEPS * lines)
            _write(folder / "logs" / f"access-{made.day}.log", b"".join(made.lines))
            truth |= made.truth
    _write(folder / MARK, json.dumps(truth.to_document()).encode())
    return truth


def _clear(folder: Path) -> None:
    """Take an earlier demonstration away: its logs, and what was made of them."""
    for name in ("logs", "traffic", "identities"):
        shutil.rmtree(folder / name, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        reason = error.strerror or "the disk did not answer"
        raise click.ClickException(f"{path} could not be written: {reason}.") from error


def _report(home: Home, opened: OpenedSchool) -> WeekReport:
    now = datetime.now(ZoneInfo(opened.school.calendar.timezone))
    return report_week(open_store(home, opened), opened, monday=WEEK, made_at=now, cache=home.cache)


def _compare(home: Home, opened: OpenedSchool, truth: Truth) -> Comparison:
    return compare(truth, judged_week(open_store(home, opened), opened, WEEK))


def _say(made: WeekReport, comparison: Comparison, folder: Path, page: Path) -> None:
    click.echo()
    show(made)
    click.echo("\nHow far from the truth?")
    for sentence in describe_comparison(comparison):
        click.echo(textwrap.fill(sentence, 78, initial_indent="  ", subsequent_indent="  "))
    click.echo(f"\nThe report as a page: {page.resolve()}")
    click.echo(f"The school, its logs and the truth: {folder.resolve()}")
    click.echo("With logs of your own: staffroom report week PATH… --school FOLDER")


def _document(folder: Path, made: WeekReport, comparison: Comparison) -> dict[str, object]:
    return {
        "folder": str(folder),
        "report": draw_document(made),
        "comparison": {
            "precision": comparison.precision,
            "recall": comparison.recall,
            "true_visits": comparison.true_visits,
            "found": comparison.found,
            "missed": comparison.missed,
            "ambiguous_of_missed": comparison.ambiguous_of_missed,
            "wrongly": comparison.wrongly,
            "wrongly_beside": comparison.wrongly_beside,
            "unattributable": comparison.unattributable,
            "hidden": comparison.hidden,
        },
    }
