"""What does a OneRoster zip say, of release 1.1 or 1.2, as a whole?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from staffroom.readers.rosters.one_roster import (
    enrolments_csv,
    manifest_csv,
    orgs_csv,
    roles_csv,
    sessions_csv,
    users_csv,
)
from staffroom.readers.rosters.one_roster.roles_csv import Roles
from staffroom.readers.rosters.one_roster.sorting import Sorted, sort_users
from staffroom.readers.rosters.problems import Complaints, Problem, Reading, Record
from staffroom.readers.rosters.roster_reading import RosterReading, has_lost_rows
from staffroom.readers.rosters.zipped import unpack
from staffroom.records.rosters import Roster, Source

USED = (
    manifest_csv.FILE,
    orgs_csv.FILE,
    users_csv.FILE,
    roles_csv.FILE,
    sessions_csv.FILE,
    enrolments_csv.FILE,
)
NO_USERS = (
    "There is no users.csv in the zip, so it is not OneRoster. If it is a workbook, save it as CSV UTF-8."
)


@dataclass(slots=True)
class _Package:
    """The files of the zip, and the problems found so far."""

    files: dict[str, bytes]
    problems: list[Problem] = field(default_factory=list)

    def read(self, file: str, reader: Callable[[bytes], Reading[Record]]) -> tuple[Record, ...]:
        """Return the records of a file, and keep its problems; a file that is missing holds none."""
        if file not in self.files:
            return ()
        reading = reader(self.files[file])
        self.problems.extend(reading.problems)
        return reading.records


def read_one_roster(content: bytes, *, name: str, on: date) -> RosterReading:
    """Read a OneRoster zip; problems with the zip itself are called by its `name`.

    Roles that ended before `on` are passed over. Files that are missing are read as empty, but for
    users.csv. Never raises: what cannot be used is a problem.
    """
    complaints = Complaints(name)
    package = _Package(unpack(content, USED, complaints))
    if users_csv.FILE not in package.files and not complaints.problems():
        complaints.say(0, NO_USERS)
    package.problems.extend(complaints.problems())
    manifest = package.read(manifest_csv.FILE, manifest_csv.read_manifest)
    people = _people(package, on)
    roster = Roster(
        Source.ONE_ROSTER,
        people.staff,
        people.pupils,
        sessions_csv.choose_terms(package.read(sessions_csv.FILE, sessions_csv.read_sessions)),
        package.read(orgs_csv.FILE, orgs_csv.read_orgs),
        is_complete=manifest_csv.says_complete(manifest, users_csv.FILE),
        has_lost_rows=people.has_lost_rows,
        passed_over=people.passed_over,
    )
    return RosterReading(roster, tuple(package.problems))


def _people(package: _Package, on: date) -> Sorted:
    """Read users.csv with the roles of 1.2; for those without any, with what they are in their classes."""
    before = len(package.problems)
    users = package.read(users_csv.FILE, users_csv.read_users)
    roles = Roles()
    for one in package.read(roles_csv.FILE, lambda content: roles_csv.read_roles(content, on=on)):
        roles.add(one)
    if any(not user.role and user.entry.identifier not in roles.words for user in users):
        for one in package.read(enrolments_csv.FILE, enrolments_csv.read_enrolments):
            roles.add_if_none(one)
    is_lost = has_lost_rows(tuple(package.problems[before:]))
    complaints = Complaints(users_csv.FILE)
    people = sort_users(users, roles, complaints, has_lost_rows=is_lost)
    package.problems.extend(complaints.problems())
    return people
