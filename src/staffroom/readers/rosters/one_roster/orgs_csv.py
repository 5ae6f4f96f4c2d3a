"""Of which schools does a OneRoster zip speak?"""

from __future__ import annotations

from staffroom.readers.rosters.one_roster.status import is_withdrawn
from staffroom.readers.rosters.problems import Complaints, Reading
from staffroom.readers.rosters.roster_reading import visible
from staffroom.readers.rosters.table import Columns, Row, read_table
from staffroom.records.rosters import RosterSchool

FILE = "orgs.csv"
COLUMNS = Columns(needed=("sourcedid", "name", "type"), others=("status",), may_have_more=True)
SCHOOL = "school"
LONGEST_NAME = 120


def read_orgs(content: bytes) -> Reading[RosterSchool]:
    """Read the schools; departments, trusts and authorities are passed over."""
    reading = read_table(content, COLUMNS, Complaints(FILE), _school)
    return Reading(tuple(one for one in reading.records if one is not None), reading.problems)


def _school(row: Row) -> RosterSchool | None:
    if row["type"].casefold() != SCHOOL or is_withdrawn(row):
        return None
    return RosterSchool(row.need("sourcedid"), visible(row["name"])[:LONGEST_NAME])
