"""Which users of a OneRoster zip are staff, which are pupils, and which are neither?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from staffroom.readers.rosters.one_roster.roles_csv import Roles
from staffroom.readers.rosters.one_roster.users_csv import User
from staffroom.readers.rosters.problems import Complaints
from staffroom.records.rosters import Entry
from staffroom.rules.roster_roles import is_neither, is_pupil, standing_of

NO_ROLE = "Nothing says whether this is staff or a pupil, so the row was left out."
UNKNOWN_ROLE = "The role is not known, so the row was left out. Known are the roles of OneRoster 1.1 and 1.2."


@dataclass(frozen=True, slots=True)
class Sorted:
    """Users as entries. `has_lost_rows` says that some could not be sorted or read."""

    staff: tuple[Entry, ...] = ()
    pupils: tuple[Entry, ...] = ()
    passed_over: int = 0
    has_lost_rows: bool = False


@dataclass(slots=True)
class _Desk:
    """Where users are sorted, one after the other."""

    complaints: Complaints
    staff: list[Entry] = field(default_factory=list)
    pupils: list[Entry] = field(default_factory=list)
    passed_over: int = 0
    lost: int = 0

    def sort(self, entry: Entry, words: tuple[str, ...]) -> None:
        """Put an entry where its roles say; staff comes first for somebody who is both."""
        standings = frozenset(found for word in words if (found := standing_of(word)))
        if standings:
            self.staff.append(replace(entry, standings=standings))
        elif any(map(is_pupil, words)):
            self.pupils.append(entry)
        elif words and all(map(is_neither, words)):
            self.passed_over += 1
        elif entry.has_left:  # a list of changes names whom it takes back, and often no more
            self.staff.append(entry)
            self.pupils.append(entry)
        else:
            self.complaints.say(entry.row, UNKNOWN_ROLE if words else NO_ROLE)
            self.lost += 1


def sort_users(users: Iterable[User], roles: Roles, complaints: Complaints, *, has_lost_rows: bool) -> Sorted:
    """Sort users by the roles of users.csv (1.1), roles.csv (1.2) or enrollments.csv."""
    desk = _Desk(complaints)
    for user in users:
        identifier = user.entry.identifier
        words = (*((user.role,) if user.role else ()), *roles.words.get(identifier, ()))
        schools = user.entry.schools | roles.schools.get(identifier, set())
        desk.sort(replace(user.entry, schools=schools), words)
    return Sorted(tuple(desk.staff), tuple(desk.pupils), desk.passed_over, has_lost_rows or desk.lost > 0)
