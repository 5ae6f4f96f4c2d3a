"""The commands about logs: read them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from staffroom.cli.completion import complete_files, complete_formats
from staffroom.cli.home import find_existing_home, json_option, school_option
from staffroom.cli.reading_afresh import read_afresh
from staffroom.cli.reading_logs import describe, describe_problem, find_format, forget_expired, read_logs
from staffroom.readers.rosters.problems import Problem
from staffroom.traffic.reading import Outcome


@click.group(epilog="Example: staffroom logs read /var/log/squid")
def logs() -> None:
    """Read the logs of the school's network."""


@logs.command(epilog="Example: staffroom logs read /var/log/squid")
@click.argument("paths", nargs=-1, required=True, shell_complete=complete_files)
@school_option
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    shell_complete=complete_formats,
    help="Read every file as this format.",
)
@click.option(
    "--mapping",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Read every file as the table that this file describes.",
)
@click.option("--afresh", is_flag=True, help="Forget the days of these logs first, and read them again.")
@click.option("--yes", "is_agreed", is_flag=True, help="Do not ask before days are forgotten.")
@json_option
def read(
    paths: tuple[str, ...],
    school: Path | None,
    format_name: str | None,
    mapping: Path | None,
    afresh: bool,
    is_agreed: bool,
    as_json: bool,
) -> None:
    """Read logs: files, folders, patterns, or - for standard input.

    Plain, gzip, zstd and xz. The format is recognised by content. A log is read on from where it was left,
    and the same lines read again change nothing. Only lines about a listed social networking service
    are looked at; pupils' are dropped at once; nobody's name is kept.

    Who a line is about is settled when it is read. With --afresh, people, devices and leases that were
    added since count as well: name all the logs of the days in question.
    """
    home = find_existing_home(school)
    with home.locked():
        chosen = find_format(format_name, mapping)
        days = 0
        if afresh:
            opened, outcomes, days = read_afresh(
                home, paths, format=chosen, quiet=as_json, is_agreed=is_agreed
            )
        else:
            opened, outcomes = read_logs(home, paths, format=chosen, quiet=as_json)
        today = datetime.now(UTC).date()
        gone = forget_expired(home, opened, today)
    if as_json:
        click.echo(json.dumps(_document(outcomes, opened.problems, len(gone), days), indent=2))
    else:
        _say(outcomes, opened.problems, len(gone), days)
    if outcomes and all(outcome.is_unread for outcome in outcomes):
        raise SystemExit(1)


def _say(outcomes: list[Outcome], problems: tuple[Problem, ...], forgotten: int, afresh: int) -> None:
    for problem in problems:
        click.echo(f"! {describe_problem(problem)}", err=True)
    for outcome in outcomes:
        for line in describe(outcome):
            click.echo(line, err=outcome.is_unread)
    if afresh:
        click.echo(f"{'1 day was' if afresh == 1 else f'{afresh} days were'} read afresh.")
    if forgotten:
        days = "1 day" if forgotten == 1 else f"{forgotten} days"
        click.echo(f"{days} of evidence reached the end of their time and were deleted.")
    if any(outcome.kept for outcome in outcomes):
        click.echo("See the week with: staffroom report week")


def _document(
    outcomes: list[Outcome], problems: tuple[Problem, ...], forgotten: int, afresh: int
) -> dict[str, object]:
    return {
        "files": [
            {
                "name": outcome.name,
                "format": outcome.format,
                "lines": outcome.tally.lines,
                "listed": outcome.tally.listed,
                "new": outcome.kept,
                "repeated": outcome.repeated,
                "pupils": outcome.pupils,
                "unreadable": dict(outcome.tally.unreadable),
                "problem": outcome.problem,
                "unread": outcome.is_unread,
                "unfinished": outcome.is_unfinished,
            }
            for outcome in outcomes
        ],
        "school": [
            {"file": problem.file, "row": problem.row, "reason": problem.reason} for problem in problems
        ],
        "days_afresh": afresh,
        "days_deleted": forgotten,
    }
