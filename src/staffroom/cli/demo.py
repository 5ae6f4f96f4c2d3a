"""The command that shows Staffroom at work on a made school."""

from __future__ import annotations

import json
import shutil
import textwrap
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from staffroom.cli.demo_office import OFFICE, fill_office, refuse_taken_port, serve_office, show_sign_ins
from staffroom.cli.home import Home, json_option
from staffroom.cli.progress import shown_progress
from staffroom.cli.reading_logs import describe, open_store, read_logs
from staffroom.cli.report import show
from staffroom.demonstration.comparison import Comparison, compare
from staffroom.demonstration.comparison import describe as describe_comparison
from staffroom.demonstration.recent_week import recent_week
from staffroom.demonstration.school import school_files
from staffroom.demonstration.truth import Truth
from staffroom.demonstration.week import LINES_PER_DAY, made_days
from staffroom.records.week import WeekReport
from staffroom.reports.week_document import draw_document
from staffroom.reports.week_page import draw_page
from staffroom.traffic.judged_week import judged_week
from staffroom.traffic.school_folder import OpenedSchool
from staffroom.traffic.week_report import report_week

SEED = 4
BRITAIN = ZoneInfo("Europe/London")
MARK = "truth.json"
STEPS = 7


@click.command(
    short_help="Show it all on a made school and a made week.",
    epilog="Example: staffroom demo --into hollybank --serve",
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
@click.option("--office", is_flag=True, help="Fill the school's office too: its people, policy, record.")
@click.option("--serve", is_flag=True, help="Fill the office, and serve all of it until Ctrl-C.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65_535), help="The port to serve at."
)
@json_option
def demo(folder: Path, seed: int, lines: int, office: bool, serve: bool, port: int, as_json: bool) -> None:
    """Make a school and a week of its network's logs, read them, and report.

    Everybody in it is made up. What the made people really did is known and kept beside the logs, so that
    the report says how far from the truth it was. With --serve, the whole of Staffroom can be looked at in a
    browser on this machine, as anybody at the made school.
    """
    if serve and as_json:
        raise click.UsageError("Choose one of --serve and --json.")
    if serve:
        refuse_taken_port(port)
    _refuse_foreign(folder)
    week = recent_week(datetime.now(BRITAIN).date())
    document = _show_week(folder, seed, week, lines, as_json=as_json)
    sign_ins = (
        fill_office(folder, seed=seed, week=week, port=port, quiet=as_json) if office or serve else None
    )
    if as_json:
        said = document | {"office": sign_ins.to_document() if sign_ins else None}
        click.echo(json.dumps(said, indent=2))
    elif sign_ins and serve:
        serve_office(folder, port=port, sign_ins=sign_ins)
    elif sign_ins:
        show_sign_ins(sign_ins)


def _show_week(folder: Path, seed: int, week: date, lines: int, *, as_json: bool) -> dict[str, object]:
    """Make the week, read it and report on it, as a page too; return the document of --json."""
    home = Home(folder)
    truth = _make_week(folder, seed, week, lines, quiet=as_json)
    with home.locked():
        opened, outcomes = read_logs(home, [str(folder / "logs")], quiet=as_json)
    made = _report(home, opened, week)
    comparison = _compare(home, opened, week, truth)
    page = folder / "week.html"
    page.write_text(draw_page(made), "utf-8")
    if not as_json:
        for outcome in outcomes:
            click.echo("\n".join(describe(outcome)))
        _say(made, comparison, folder, page)
    return _document(folder, made, comparison)


def _refuse_foreign(folder: Path) -> None:
    """Put nothing into a folder that holds anything but an earlier demonstration."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise click.ClickException(f"{folder} holds something else. Name another folder with --into.")


def _make_week(folder: Path, seed: int, week: date, lines: int, *, quiet: bool) -> Truth:
    """Write the school's files, a log for each day, and the truth."""
    _clear(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, content in school_files(seed=seed, week=week).items():
        _write(folder / name, content)
    truth = Truth()
    with shown_progress(quiet=quiet) as progress:
        for place, made in enumerate(made_days(seed=seed, week=week, lines_per_day=lines), 1):
            progress.advance(doing=f"Making {made.day:%A}'s log", done=place * lines, of=STEPS * lines)
            _write(folder / "logs" / f"access-{made.day}.log", b"".join(made.lines))
            truth |= made.truth
    _write(folder / MARK, json.dumps(truth.to_document()).encode())
    return truth


def _clear(folder: Path) -> None:
    """Take an earlier demonstration away: its logs, and what was made of them."""
    for name in ("logs", "traffic", "identities", OFFICE):
        shutil.rmtree(folder / name, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        reason = error.strerror or "the disk did not answer"
        raise click.ClickException(f"{path} could not be written: {reason}.") from error


def _report(home: Home, opened: OpenedSchool, week: date) -> WeekReport:
    now = datetime.now(ZoneInfo(opened.school.calendar.timezone))
    return report_week(open_store(home, opened), opened, monday=week, made_at=now, cache=home.cache)


def _compare(home: Home, opened: OpenedSchool, week: date, truth: Truth) -> Comparison:
    return compare(truth, judged_week(open_store(home, opened), opened, week))


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
