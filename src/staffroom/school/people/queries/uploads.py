"""What does an upload say, as its owner has chosen to read it?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from staffroom.readers.rosters.one_roster.package import read_one_roster
from staffroom.readers.rosters.plain_table import guess_columns, read_table_of_people
from staffroom.readers.rosters.problems import Reading
from staffroom.readers.rosters.roster_reading import RosterReading
from staffroom.readers.rosters.term_dates import Dates
from staffroom.readers.rosters.terms_ics import read_terms
from staffroom.readers.rosters.text import ZIP
from staffroom.records.people import Standing
from staffroom.records.roster_tables import Field, TableMapping, Whom
from staffroom.rules.roster_plan import at_school
from staffroom.school.people.models import Upload
from staffroom.school.people.models.upload import Form

ROSTER_FILE = "roster.zip"
TABLE_FILE = "table.csv"


def form_of(content: bytes) -> Form:
    """Say whether bytes are a OneRoster zip or a table."""
    return Form.ROSTER if content.startswith(ZIP) else Form.TABLE


def first_choices(content: bytes) -> dict[str, Any]:
    """Return what to choose for a file before anybody has: for a table, the columns as guessed."""
    if form_of(content) is Form.ROSTER:
        return {}
    guessed = guess_columns(content).guessed
    return {"columns": {field.value: heading for field, heading in guessed.items()}}


def mapping_from(choices: Mapping[str, Any]) -> TableMapping:
    """Return the mapping of a table's columns that has been chosen."""
    columns = choices.get("columns", {})
    return TableMapping(
        columns={field: columns[field.value] for field in Field if columns.get(field.value)},
        whom=Whom(choices.get("whom", Whom.STAFF)),
        standing=Standing(choices.get("standing", Standing.EMPLOYEE)),
        is_complete=bool(choices.get("is_complete")),
    )


def read_roster(content: bytes, choices: Mapping[str, Any], *, on: date) -> RosterReading:
    """Read a roster in whatever form it is, as has been chosen."""
    if form_of(content) is Form.TABLE:
        return read_table_of_people(content, mapping_from(choices), name=TABLE_FILE)
    reading = read_one_roster(content, name=ROSTER_FILE, on=on)
    return RosterReading(at_school(reading.roster, choices.get("school", "")), reading.problems)


def read_upload(upload: Upload, *, on: date) -> RosterReading:
    """Read an uploaded roster as its owner has chosen."""
    return read_roster(bytes(upload.body), upload.choices, on=on)


def read_calendar(upload: Upload) -> Reading[Dates]:
    """Read an uploaded calendar."""
    return read_terms(bytes(upload.body))
