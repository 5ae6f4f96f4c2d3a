"""Who may use which service for the school's work, according to purposes.csv?"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from staffroom.readers.rosters.cells import days_in, list_known, service_in
from staffroom.readers.rosters.problems import Complaints, Reading, RowError
from staffroom.readers.rosters.table import Columns, Row, read_table
from staffroom.records.people import Person
from staffroom.records.school import Purpose

FILE = "purposes.csv"
COLUMNS = Columns(needed=("service", "reason", "approved by"), others=("person", "role", "since", "until"))
EVERY_SERVICE = "*"


def read_purposes(
    content: bytes, *, people: Iterable[Person], known_services: Collection[str] | None
) -> Reading[Purpose]:
    """Read the school-purposes register; `known_services` are the ids of the catalogue, None to trust any.

    A line that refers to a person, role or service that nobody knows covers nothing, and is left out.
    """
    everyone = tuple(people)
    ids = frozenset(person.id for person in everyone)
    roles = frozenset(role for person in everyone for role in person.roles)

    def purpose(row: Row) -> Purpose:
        since, until = days_in(row)
        return Purpose(
            service=service_in(row, known_services, also=EVERY_SERVICE),
            reason=row.need("reason"),
            approved_by=row.need("approved by"),
            person=_person(row, ids),
            role=_role(row, roles),
            since=since,
            until=until,
        )

    return read_table(content, COLUMNS, Complaints(FILE), purpose)


def _person(row: Row, ids: frozenset[str]) -> str:
    if row["person"] and row["person"] not in ids:
        raise RowError("The person is not in people.csv. Use the code of the column person there.")
    return row["person"]


def _role(row: Row, roles: frozenset[str]) -> str:
    role = row["role"].casefold()
    if role and role not in roles:
        raise RowError(f"The role is nobody's in people.csv. {list_known(roles, like=role)}")
    return role
