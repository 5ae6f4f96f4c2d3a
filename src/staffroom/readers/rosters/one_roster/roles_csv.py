"""What is each user at which school, according to roles.csv of OneRoster 1.2?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from staffroom.readers.rosters.cells import day_in
from staffroom.readers.rosters.one_roster.status import is_withdrawn
from staffroom.readers.rosters.problems import Complaints, Reading
from staffroom.readers.rosters.table import Columns, Row, read_table

FILE = "roles.csv"
COLUMNS = Columns(
    needed=("usersourcedid", "role"),
    others=("status", "begindate", "enddate", "orgsourcedid"),
    may_have_more=True,
)


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is, and at which school ("" where the file does not say)."""

    user: str
    word: str
    school: str = ""


@dataclass(slots=True)
class Roles:
    """All that is known of what users are: words and schools, by user."""

    words: dict[str, list[str]] = field(default_factory=dict)
    schools: dict[str, set[str]] = field(default_factory=dict)

    def add(self, role: Role) -> None:
        """Add what somebody is."""
        self.words.setdefault(role.user, []).append(role.word)
        if role.school:
            self.schools.setdefault(role.user, set()).add(role.school)

    def add_if_none(self, role: Role) -> None:
        """Add what somebody is in a class, unless it is known, or of which school."""
        if role.user not in self.words:
            self.add(role)


def read_roles(content: bytes, *, on: date) -> Reading[Role]:
    """Read roles that hold on a day; an end date of OneRoster is the day after the last."""
    reading = read_table(content, COLUMNS, Complaints(FILE), lambda row: _role(row, on))
    return Reading(tuple(one for one in reading.records if one is not None), reading.problems)


def _role(row: Row, on: date) -> Role | None:
    begin, end = day_in(row, "begindate"), day_in(row, "enddate")
    if is_withdrawn(row) or (end is not None and end <= on) or (begin is not None and begin > on):
        return None
    return Role(row.need("usersourcedid"), row.need("role"), row["orgsourcedid"])
