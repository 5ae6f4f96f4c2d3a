"""The commands about people: import a roster."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from staffroom.cli.completion import complete_files
from staffroom.cli.home import find_existing_home, json_option, school_option
from staffroom.cli.office import open_ready_office
from staffroom.records.people import Standing
from staffroom.records.roster_tables import Field, Whom

if TYPE_CHECKING:
    from staffroom.readers.rosters.roster_reading import RosterReading
    from staffroom.records.roster_plans import Plan

BRITAIN = ZoneInfo("Europe/London")
LARGEST = 20_000_000


@click.group(epilog="Example: staffroom people import roster.zip")
def people() -> None:
    """Keep the list of people up to date."""


@people.command(name="import", epilog="Example: staffroom people import roster.zip --apply")
@click.argument(
    "file", type=click.Path(path_type=Path, exists=True, dir_okay=False), shell_complete=complete_files
)
@click.option(
    "--apply", "applies", is_flag=True, help="Do it. Without it, it is only said what would be done."
)
@click.option("--complete", is_flag=True, help="Everybody is in the file: whoever is not in it has left.")
@click.option("--pupils", is_flag=True, help="The file is a table of pupils.")
@click.option(
    "--standing",
    type=click.Choice([one.value for one in Standing]),
    default=Standing.EMPLOYEE.value,
    help="The standing of those in a table about whom it says nothing.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=HEADING",
    help="Which column of a table holds what. Without it: guessed from the headings.",
)
@click.option("--of", "code", metavar="CODE", default="", help="One school of a trust: its code in orgs.csv.")
@school_option
@json_option
def import_file(
    file: Path,
    applies: bool,
    complete: bool,
    pupils: bool,
    standing: str,
    columns: tuple[str, ...],
    code: str,
    school: Path | None,
    as_json: bool,
) -> None:
    """Import people, pupils and term dates from a roster, or say what an import would do.

    FILE is a OneRoster zip (1.1 or 1.2), or a table saved as CSV. Nothing is written without --apply. The
    same file again changes nothing. Rows that cannot be used are named by their number; the others count.
    """
    open_ready_office(find_existing_home(school))
    now = datetime.now(UTC)
    content = _read(file)
    choices = {
        "columns": _columns(columns, content),
        "whom": (Whom.PUPILS if pupils else Whom.STAFF).value,
        "standing": standing,
        "is_complete": complete,
        "school": code,
    }
    reading = _reading(content, choices, complete=complete, on=now.astimezone(BRITAIN).date())
    plan = _plan(reading, now, applies=applies)
    _show(file, reading, plan, applies=applies, as_json=as_json)
    roster = reading.roster
    if reading.problems and not (roster.staff or roster.pupils or roster.terms):
        raise SystemExit(1)


def _read(file: Path) -> bytes:
    with file.open("rb") as opened:
        content = opened.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise click.ClickException("The file is larger than 20 MB. Look whether it is the right one.")
    return content


def _columns(given: tuple[str, ...], content: bytes) -> dict[str, str]:
    """Return the columns as guessed, and as given where they are. Raises UsageError for one not known."""
    from staffroom.school.people.queries.uploads import first_choices

    columns: dict[str, str] = first_choices(content).get("columns", {})
    for pair in given:
        field, separator, heading = pair.partition("=")
        if not separator or field not in set(Field):
            known = ", ".join(Field)
            raise click.UsageError(f"--column is FIELD=HEADING. Known fields are: {known}.")
        columns[field] = " ".join(heading.casefold().replace("_", " ").replace("-", " ").split())
    return columns


def _reading(content: bytes, choices: dict[str, Any], *, complete: bool, on: date) -> RosterReading:
    from staffroom.school.people.queries.uploads import read_roster

    reading = read_roster(content, choices, on=on)
    roster = replace(reading.roster, is_complete=reading.roster.is_complete or complete)
    return replace(reading, roster=roster)


def _plan(reading: RosterReading, at: datetime, *, applies: bool) -> Plan:
    """Return what would be done; with `applies`, what was."""
    from staffroom.records.actors import system
    from staffroom.rules.roster_plan import plan_import
    from staffroom.school.people.actions.rosters import NobodyWouldKeepPeople, import_roster
    from staffroom.school.people.queries.rosters import held_for_roster

    if not applies:
        return plan_import(reading.roster, held_for_roster(), on=at.astimezone(BRITAIN).date())
    try:
        return import_roster(by=system("command line"), at=at, roster=reading.roster)
    except NobodyWouldKeepPeople:
        sentence = (
            "Nobody could look after people then. Make somebody an administrator first; nothing was done."
        )
        raise click.ClickException(sentence) from None


def _show(file: Path, reading: RosterReading, plan: Plan, *, applies: bool, as_json: bool) -> None:
    from staffroom.cli import people_screens

    if as_json:
        document = people_screens.import_document(file.name, reading, plan, applied=applies)
        click.echo(json.dumps(document, indent=2))
        return
    for line in people_screens.say_import(reading, plan, applied=applies):
        click.echo(line)
    for problem in reading.problems:
        row = f", row {problem.row}" if problem.row else ""
        click.echo(f"! {problem.file}{row}: {problem.reason}", err=True)
