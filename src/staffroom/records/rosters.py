"""What does a roster say of a school's people, and what does the school hold of them already?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from staffroom.records.people import Standing


class Source(StrEnum):
    """In what form a roster came."""

    ONE_ROSTER = "oneroster"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Entry:
    """One person or pupil of a roster. Whatever the roster does not say is empty.

    `row` is the line of the file. `until` is the last day; `has_left` says that the roster marks somebody as
    gone. `schools` are the roster's own codes of the schools that somebody belongs to.
    """

    row: int
    identifier: str = ""
    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    job: str = ""
    year: str = ""  # a pupil's
    accounts: tuple[str, ...] = ()
    standings: frozenset[Standing] = frozenset()
    since: date | None = None
    until: date | None = None
    has_left: bool = False
    schools: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One term of a roster, first and last day included."""

    row: int
    identifier: str
    name: str
    first: date
    last: date
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class RosterSchool:
    """A school that a roster speaks of; a trust's roster speaks of several."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Roster:
    """What a roster says. `is_complete` says that whoever is not in it is no longer at the school.

    `has_lost_rows` says that there were rows that could not be used, so that nobody can be known to be
    missing. `passed_over` counts those who are neither staff nor pupils, such as parents.
    """

    source: Source
    staff: tuple[Entry, ...] = ()
    pupils: tuple[Entry, ...] = ()
    terms: tuple[TermEntry, ...] = ()
    schools: tuple[RosterSchool, ...] = ()
    is_complete: bool = False
    has_lost_rows: bool = False
    passed_over: int = 0


@dataclass(frozen=True, slots=True)
class OnFile:
    """A person or pupil as the school holds them. `is_imported` says that a roster has known them."""

    ref: str
    identifier: str = ""
    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    job: str = ""
    year: str = ""
    accounts: frozenset[str] = frozenset()
    standings: frozenset[Standing] = frozenset()
    since: date | None = None
    until: date | None = None
    is_imported: bool = False


@dataclass(frozen=True, slots=True)
class TermOnFile:
    """A term as the school's calendar holds it."""

    ref: str
    identifier: str
    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that a roster is compared with."""

    staff: tuple[OnFile, ...] = ()
    pupils: tuple[OnFile, ...] = ()
    terms: tuple[TermOnFile, ...] = field(default=())
