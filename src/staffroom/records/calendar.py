"""When does the school work, and when does each person?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum


class Nation(StrEnum):
    """The nation whose bank holidays the school keeps."""

    ENGLAND = "ENG"
    WALES = "WLS"
    SCOTLAND = "SCT"
    NORTHERN_IRELAND = "NIR"


class Hours(StrEnum):
    """What kind of time a moment was for a person."""

    WORKING = "working"
    BREAK = "break"
    OUTSIDE = "outside"  # before or after the person's day, or on a day they do not work
    CLOSED = "closed"  # holidays, weekends, bank holidays


@dataclass(frozen=True, slots=True)
class TimeRange:
    """From one local time up to, not including, another of the same day."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """The working ranges of a day, and the breaks within or between them."""

    ranges: tuple[TimeRange, ...] = ()
    breaks: tuple[TimeRange, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkingPattern:
    """A week of working days: key 0 is Monday; a missing day is not worked.

    `since` dates a change of pattern: the latest one on or before a day holds.
    """

    name: str
    days: Mapping[int, WorkingDay] = field(default_factory=dict)
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A term, first and last day included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Closure:
    """Days inside a term on which the school is closed, first and last included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class TrainingDay:
    """An INSET day: staff work, pupils are away. `name` says what it is for."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Calendar:
    """Terms, closures, INSET days and the nation's bank holidays."""

    nation: Nation = Nation.ENGLAND
    timezone: str = "Europe/London"
    terms: tuple[Term, ...] = ()
    closures: tuple[Closure, ...] = ()
    training_days: tuple[TrainingDay, ...] = ()
    patterns: tuple[WorkingPattern, ...] = ()  # the one named "" is the school's own
