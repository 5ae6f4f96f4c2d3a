"""Which parts of a day are working hours, breaks, free time or holiday for somebody?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from staffroom.policy.keeping import keeps
from staffroom.records.calendar import Calendar, Hours, TimeRange, WorkingDay
from staffroom.rules.local_time import milliseconds, moment_of
from staffroom.rules.patterns import working_day
from staffroom.rules.terms import is_open

WHOLE_DAY = timedelta(days=1)
MIDNIGHT = timedelta(0)

Piece = tuple[timedelta, timedelta]  # since local midnight, the end not included


@dataclass(frozen=True, slots=True)
class Span:
    """One kind of time, from `start_ms` up to, not including, `end_ms`: milliseconds since 1970 in UTC."""

    start_ms: int
    end_ms: int
    hours: Hours


@keeps("MON-2", "GEN-2")
def spans(
    calendar: Calendar, pattern_name: str, day: date, *, bank_holidays: Collection[date]
) -> tuple[Span, ...]:
    """Cut a local day into spans, in order, that cover it exactly once.

    A day has 23 or 25 hours when the clocks change. On a day on which the school is closed there is one
    span, CLOSED, whatever the pattern says: evening events and weekend duty are not modelled.
    Raises ZoneInfoNotFoundError for a calendar with an unknown time zone, and OverflowError for the last
    day that a date can hold.
    """
    zone = ZoneInfo(calendar.timezone)
    if is_open(calendar, day, bank_holidays):
        kinds = _kinds(working_day(calendar, pattern_name, day))
    else:
        kinds = [(MIDNIGHT, Hours.CLOSED)]
    starts = [(milliseconds(moment_of(day, since, zone)), hours) for since, hours in kinds]
    end = milliseconds(moment_of(day, WHOLE_DAY, zone))
    return tuple(_join(starts, end))


@keeps("MON-2", "GEN-2")
def hours_at(
    calendar: Calendar, pattern_name: str, moment: datetime, *, bank_holidays: Collection[date]
) -> Hours:
    """Say what kind of time an aware moment was for somebody with this pattern.

    Raises ZoneInfoNotFoundError for a calendar with an unknown time zone.
    """
    at_ms = milliseconds(moment)
    day = moment.astimezone(ZoneInfo(calendar.timezone)).date()
    day_spans = spans(calendar, pattern_name, day, bank_holidays=bank_holidays)
    return next(span.hours for span in day_spans if span.start_ms <= at_ms < span.end_ms)


def _join(starts: list[tuple[int, Hours]], end: int) -> Iterator[Span]:
    """Leave out what the clocks skip, and make one span of neighbours of one kind."""
    kept: list[tuple[int, Hours]] = []
    for (start, hours), (following, _) in pairwise([*starts, (end, Hours.CLOSED)]):
        if start < following and not (kept and kept[-1][1] is hours):
            kept.append((start, hours))
    for (start, hours), (following, _) in pairwise([*kept, (end, Hours.CLOSED)]):
        yield Span(start, following, hours)


def _kinds(day: WorkingDay) -> list[tuple[timedelta, Hours]]:
    """Say at which times since midnight which kind of time begins."""
    ranges, breaks = _pieces(day.ranges), _pieces(day.breaks)
    edges = sorted({MIDNIGHT, *(edge for piece in (*ranges, *breaks) for edge in piece)} - {WHOLE_DAY})
    return [(edge, _kind_at(edge, ranges, breaks)) for edge in edges]


def _kind_at(at: timedelta, ranges: list[Piece], breaks: list[Piece]) -> Hours:
    if not ranges or not min(ranges)[0] <= at < max(end for _, end in ranges):
        return Hours.OUTSIDE
    if _is_within(at, breaks):
        return Hours.BREAK
    return Hours.WORKING if _is_within(at, ranges) else Hours.OUTSIDE


def _is_within(at: timedelta, pieces: list[Piece]) -> bool:
    return any(start <= at < end for start, end in pieces)


def _pieces(ranges: tuple[TimeRange, ...]) -> list[Piece]:
    """Turn ranges into times since midnight; an end at 00:00 is the end of the day."""
    pieces = [(_since_midnight(each.start), _since_midnight(each.end) or WHOLE_DAY) for each in ranges]
    return [(start, end) for start, end in pieces if start < end]


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second, microseconds=at.microsecond)
