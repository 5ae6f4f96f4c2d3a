"""What does Staffroom know about the school it serves?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from staffroom.records.calendar import Calendar
from staffroom.records.people import Register
from staffroom.records.school_words import SchoolWords
from staffroom.records.services import Service


@dataclass(frozen=True, slots=True)
class Purpose:
    """A line of the school-purposes register: who may use a service for the school's work, when and why.

    `person` or `role` (or both empty: everyone); `service` is a catalogue id or "*".
    Both days are included; None is open. `moments` narrows it to a span of milliseconds since 1970 in UTC,
    the end not included, where one single use was said to be for the school.
    """

    service: str
    reason: str
    approved_by: str
    person: str = ""
    role: str = ""
    since: date | None = None
    until: date | None = None
    moments: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """A school's own word about one host or service of the catalogue, with its reason and date.

    `role` is one of `services.Role`, or "unlisted" to take the host out of the catalogue.
    """

    host: str
    service: str
    role: str
    reason: str
    decided_on: date
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the school has decided where the policy leaves it open."""

    smallest_cohort: int = 5
    keep_days: int = 90
    unknown_accounts: str = "unattributed"  # or "drop"


@dataclass(frozen=True, slots=True)
class School:
    """The school: its people, its calendar, its purposes, its decisions."""

    name: str
    register: Register = field(default_factory=Register)
    calendar: Calendar = field(default_factory=Calendar)
    purposes: tuple[Purpose, ...] = ()
    overrides: tuple[Override, ...] = ()
    services: tuple[Service, ...] = ()  # the school's own additions
    settings: Settings = field(default_factory=Settings)
    words: SchoolWords = field(default_factory=SchoolWords)
