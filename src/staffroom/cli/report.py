"""The commands that make reports: the week's."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from staffroom.cli.completion import complete_files
from staffroom.cli.home import Home, find_existing_home, json_option, school_option
from staffroom.cli.reading_logs import describe, describe_problem, forget_expired, open_store, read_logs
from staffroom.records.week import WeekReport
from staffroom.traffic.school_folder import OpenedSchool, open_school


@click.group(epilog="Example: staffroom report week --html week.html")
def report() -> None:
    """Make reports that name nobody."""


@report.command(epilog="Example: staffroom report week --html week.html")
@click.argument("paths", nargs=-1, shell_complete=complete_files)
@school_option
@click.option(
    "--of",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YEAR-MONTH-DAY",
    help="Any day of the week. Without it: the latest with logs.",
)
@click.option(
    "--html", "html_file", type=click.Path(path_type=Path, dir_okay=False), help="Write a page here."
)
@click.option(
    "--csv", "csv_file", type=click.Path(path_type=Path, dir_okay=False), help="Write a table here."
)
@json_option
def week(
    paths: tuple[str, ...],
    school: Path | None,
    day: datetime | None,
    html_file: Path | None,
    csv_file: Path | None,
    as_json: bool,
) -> None:
    """Report a week's use of social networking, by service, hour and day, in and out of working hours.

    With PATHS, logs are read first, as `staffroom logs read` does. Counts that speak of few people are
    hidden, so that nobody can be worked out.
    """
    home = find_existing_home(school)
    opened = _read_first(home, paths, quiet=as_json) if paths else open_school(home.folder)
    made = _make(home, opened, day.date() if day else None)
    for path, draw in ((html_file, _page), (csv_file, _table)):
        if path is not None:
            _write(path, draw(made))
    if as_json:
        from staffroom.reports.week_document import draw_document

        click.echo(json.dumps(draw_document(made), indent=2))
    else:
        show(made)


def _read_first(home: Home, paths: tuple[str, ...], *, quiet: bool) -> OpenedSchool:
    with home.locked():
        opened, outcomes = read_logs(home, paths, quiet=quiet)
        forget_expired(home, opened, datetime.now(UTC).date())
    for problem in opened.problems:
        click.echo(f"! {describe_problem(problem)}", err=True)
    for outcome in outcomes:
        if outcome.problem:
            click.echo("\n".join(describe(outcome)), err=True)
    if outcomes and all(outcome.is_unread for outcome in outcomes):
        raise SystemExit(1)
    return opened


def _make(home: Home, opened: OpenedSchool, day: date | None) -> WeekReport:
    from staffroom.traffic.week_report import latest_week, report_week

    store = open_store(home, opened)
    now = datetime.now(ZoneInfo(opened.school.calendar.timezone))
    of = day or latest_week(store) or now.astimezone(UTC).date()
    return report_week(store, opened, monday=of - timedelta(days=of.weekday()), made_at=now, cache=home.cache)


def _page(made: WeekReport) -> str:
    from staffroom.reports.week_page import draw_page

    return draw_page(made)


def _table(made: WeekReport) -> str:
    from staffroom.reports.week_table import draw_table

    return draw_table(made)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        reason = error.strerror or "the disk did not answer"
        raise click.ClickException(f"{path} could not be written: {reason}.") from error


def show(made: WeekReport) -> None:
    """Print the report in the terminal."""
    from rich.console import Console

    from staffroom.cli.week_screen import draw

    draw(made, Console(file=sys.stdout, markup=False, emoji=False))
