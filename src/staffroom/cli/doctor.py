"""The command that says what is set up and what is not."""

from __future__ import annotations

import json
import platform
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from staffroom import __version__
from staffroom.cli.check import Check, State
from staffroom.cli.home import Home, find_home, json_option, school_option
from staffroom.cli.machine_checks import check_machine
from staffroom.cli.office_checks import check_office
from staffroom.cli.reading_logs import describe_problem
from staffroom.cli.school_checks import check_folder, check_school, unsaid
from staffroom.cli.store_checks import check_store
from staffroom.readers.rosters.problems import Problem
from staffroom.reports.markup import LONGEST_SENTENCE, clean
from staffroom.traffic.school_folder import OpenedSchool, open_school

WIDEST: Final = 80
MOST_SHOWN: Final = 20  # problems of the school's folder; --json has them all
STYLES: Final = {State.OK: "green", State.TO_DO: "yellow", State.WRONG: "bold red"}

Groups = dict[str, list[Check]]


@click.command(epilog="Example: staffroom doctor")
@school_option
@json_option
def doctor(school: Path | None, as_json: bool) -> None:
    """Say what is set up and what is not, and what to do next.

    Nobody is named, and nothing is changed. The status is 1 where something is wrong.
    """
    home = find_home(school)
    opened = open_school(home.folder)
    now = datetime.now(ZoneInfo(opened.school.calendar.timezone))
    groups = examine(home, opened, now)
    problems = unsaid(home.folder, opened.problems)
    if as_json:
        click.echo(json.dumps(_document(home, groups, problems, now), indent=2))
    else:
        _draw(groups, problems)
    if any(check.state is State.WRONG for checks in groups.values() for check in checks):
        raise SystemExit(1)


def examine(home: Home, opened: OpenedSchool, now: datetime) -> Groups:
    """Look at everything. `now` is aware and in the school's time zone."""
    folder = check_folder(home.folder)
    school = [] if folder.state is State.WRONG else check_school(home.folder, opened, now.date())
    store = [] if folder.state is State.WRONG else check_store(home.traffic, opened.school, now)
    return {
        "The school's folder": [folder, *school],
        "What is kept": list(store),
        "The office": list(check_office(home, now)),
        "This machine": list(check_machine(home, opened.catalogue, now.date())),
    }


def _count(groups: Groups) -> Counter[State]:
    return Counter(check.state for checks in groups.values() for check in checks)


def _draw(groups: Groups, problems: list[Problem]) -> None:
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)
    for title, checks in groups.items():
        if checks:
            console.print(Text(title, style="bold"))
            console.print(_table(checks))
    if problems:
        console.print(Text("Problems in the school's folder", style="bold"))
        for line in _problem_lines(problems):
            console.print(Text(f"  {line}"))
        console.print()
    console.print(_sum_up(_count(groups)))


def _table(checks: Iterable[Check]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=1)
    table.add_column(width=5, no_wrap=True)
    table.add_column(width=11)
    table.add_column(ratio=1, overflow="fold")
    for check in checks:
        said = Text(clean(check.says, longest=LONGEST_SENTENCE))
        if check.next:
            said.append(f"\n→ {clean(check.next, longest=LONGEST_SENTENCE)}")
        table.add_row("", Text(check.state, style=STYLES[check.state]), check.title, said)
    table.add_row()
    return table


def _problem_lines(problems: list[Problem]) -> list[str]:
    lines = [clean(describe_problem(one), longest=LONGEST_SENTENCE) for one in problems[:MOST_SHOWN]]
    more = len(problems) - MOST_SHOWN
    return [*lines, f"And {more:,} more; --json lists them all."] if more > 0 else lines


def _sum_up(counts: Counter[State]) -> str:
    said = f"{counts[State.OK]} ok, {counts[State.TO_DO]} to do, {counts[State.WRONG]} wrong."
    if counts[State.WRONG]:
        return f"{said} Put right first what is wrong."
    return f"{said} Nothing is wrong."


def _document(home: Home, groups: Groups, problems: list[Problem], now: datetime) -> dict[str, object]:
    counts = _count(groups)
    return {
        "release": __version__,
        "python": platform.python_version(),
        "folder": str(home.folder),
        "looked_at": now.isoformat(timespec="seconds"),
        "counts": {state.value: counts[state] for state in State},
        "checks": [
            {"group": group, "title": one.title, "state": one.state, "says": one.says, "next": one.next}
            for group, checks in groups.items()
            for one in checks
        ],
        "problems": [{"file": one.file, "row": one.row, "reason": one.reason} for one in problems],
    }
