"""What does the week's report hold? Values only: whoever draws it adds nothing and reveals nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from staffroom.records.calendar import Hours


@dataclass(frozen=True, slots=True)
class Count:
    """A number fit to be shown: rounded to the nearest five, or hidden.

    `value` is None where the number is hidden because fewer people than the school's smallest cohort
    stand behind it. Zero is shown as zero: it speaks of nobody.
    """

    value: int | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """A span of time as a range, in minutes, each end rounded to five; both None where hidden."""

    least: int | None
    most: int | None


class Column(StrEnum):
    """The columns of a service's row, in the order in which they are shown."""

    WORKING = "working"  # visits in working hours without a registered school purpose
    PURPOSE = "purpose"  # visits in working hours for a registered school purpose
    BREAK = "break"
    OUTSIDE = "outside"  # before and after the person's day, weekends and holidays
    AMBIGUOUS = "ambiguous"
    EMBEDDED = "embedded"
    BACKGROUND = "background"
    BLOCKED = "blocked"
    LOOKED_UP = "looked up"


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service's week. `service` is the catalogue id, `title` what a person reads."""

    service: str
    title: str
    people: Count
    visits: Count
    minutes: Minutes
    columns: dict[Column, Count]


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day's visits by what kind of time it was; `purpose` counts apart from `hours[WORKING]`."""

    day: date
    open: bool  # whether the school was open
    hours: dict[Hours, Count]
    purpose: Count
    people: Count


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, in lines. Both zero: nothing was read."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """Return the share in percent, or None where there is no whole."""
        return 100 * self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class FileAccount:
    """What came of one file: `name` is its base name; reasons are counted, never quoted."""

    name: str
    format: str
    lines: int
    listed: int
    unreadable: dict[str, int]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the week the report could see."""

    attributed: Share  # listed requests joined to a person in scope, of all kept
    blind: dict[str, Share]  # by kind (encrypted hello, encrypted lookups, tunnels, addresses only): lines
    files: tuple[FileAccount, ...]
    days_with_logs: tuple[date, ...]
    lookups_only: bool  # every line was a DNS lookup: nothing can be called a visit


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One week of the trend: visits in working hours without and with a school purpose, and outside."""

    week: date  # its Monday
    working: Count
    purpose: Count
    outside: Count  # breaks and outside together


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure that judgements rest on, published with the report."""

    name: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class WeekReport:
    """The week's social networking use, with no person named (clauses MON-1, MON-2, CON-1)."""

    school: str
    monday: date
    sunday: date
    made_at: datetime
    visits: Count
    people: Count
    minutes: Minutes
    services: tuple[ServiceRow, ...]
    days: tuple[DayRow, ...]  # Monday to Sunday
    heat: dict[tuple[int, int], Count]  # (weekday 0..6, hour 0..23 local) -> visits
    trend: tuple[TrendPoint, ...]  # oldest first, at most twelve, this week last
    coverage: Coverage
    thresholds: tuple[Threshold, ...]
    smallest_cohort: int
    catalogue_checked_on: date | None
    notices: tuple[str, ...] = ()  # whole sentences: overdue policy, no terms set, …
