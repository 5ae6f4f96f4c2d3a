"""What is each user in their classes? It tells staff from pupils where nothing else does."""

from __future__ import annotations

from staffroom.readers.rosters.one_roster.roles_csv import Role
from staffroom.readers.rosters.one_roster.status import is_withdrawn
from staffroom.readers.rosters.problems import Complaints, Reading
from staffroom.readers.rosters.table import Columns, Row, read_table

FILE = "enrollments.csv"
COLUMNS = Columns(needed=("usersourcedid", "role"), others=("status", "schoolsourcedid"), may_have_more=True)


def read_enrolments(content: bytes) -> Reading[Role]:
    """Read what people are in their classes; enrolments that are taken back are passed over."""
    reading = read_table(content, COLUMNS, Complaints(FILE), _role)
    return Reading(tuple(one for one in reading.records if one is not None), reading.problems)


def _role(row: Row) -> Role | None:
    if is_withdrawn(row):
        return None
    return Role(row.need("usersourcedid"), row.need("role"), row["schoolsourcedid"])
