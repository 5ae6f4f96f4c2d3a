"""How is a visit counted: of which service, in what kind of time, on which day and in which hour?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from staffroom.policy.keeping import keeps
from staffroom.records.calendar import Calendar, Hours
from staffroom.records.evidence import SLOT_SECONDS, WINDOW_SECONDS
from staffroom.records.school import Purpose
from staffroom.records.seen import VisitWindow
from staffroom.records.week_people import CodedPerson
from staffroom.rules.purpose import school_purpose
from staffroom.rules.school_day import Span, spans
from staffroom.rules.visits import split_runs


class Piece(NamedTuple):
    """A visit, or the part of one that lies in one kind of time: it counts once."""

    who: int
    service: str
    hours: Hours
    purpose: bool
    day: date
    hour: int  # local, 0 to 23


class Moment(NamedTuple):
    """A moment of use, with the local day and hour that it lies in."""

    day: date
    hour: int
    at_ms: int


class Timetable:
    """Says of a window what time it was, for whom; it remembers days and hours that were asked for."""

    def __init__(self, calendar: Calendar, bank_holidays: frozenset[date]) -> None:
        self._calendar = calendar
        self._bank_holidays = bank_holidays
        self._zone = ZoneInfo(calendar.timezone)
        self._local: dict[int, tuple[date, int]] = {}
        self._spans: dict[tuple[str, date], tuple[list[int], tuple[Span, ...]]] = {}

    def moment(self, visit: VisitWindow) -> Moment:
        """Return the local day and hour, and the moment (milliseconds), of a window's first activity."""
        bits = visit.began or visit.lasted
        slot = (bits & -bits).bit_length() - 1 if bits else 0
        at = visit.window * WINDOW_SECONDS + slot * SLOT_SECONDS
        quarter = at // 900  # no time zone changes its clocks, or is set, within a quarter of an hour
        if quarter not in self._local:
            local = datetime.fromtimestamp(quarter * 900, UTC).astimezone(self._zone)
            self._local[quarter] = (local.date(), local.hour)
        return Moment(*self._local[quarter], 1000 * at)

    def hours(self, pattern: str, moment: Moment) -> Hours:
        """Say what kind of time a moment was for somebody with a working pattern."""
        key = (pattern, moment.day)
        if key not in self._spans:
            found = spans(self._calendar, pattern, moment.day, bank_holidays=self._bank_holidays)
            self._spans[key] = ([span.start_ms for span in found], found)
        starts, found = self._spans[key]
        return found[max(0, bisect_right(starts, moment.at_ms) - 1)].hours


@keeps("MON-2")
def cut(
    visits: Iterable[VisitWindow],
    *,
    timetable: Timetable,
    purposes: Iterable[Purpose],
    person: Callable[[int], CodedPerson],
) -> Iterator[Piece]:
    """Cut visits, given in order of person, service and window, into pieces.

    A visit that runs from a break into working hours makes two pieces. Whether a piece was for a school
    purpose depends on the register, the person and the day alone.
    """
    register = tuple(purposes)
    for (who, service), own in groupby(visits, key=attrgetter("who", "service")):
        windows = list(own)
        for run in split_runs(one.window for one in windows):
            moments = [timetable.moment(windows[place]) for place in run]
            yield from _pieces(who, service, moments, timetable, register, person(who))


def _pieces(
    who: int,
    service: str,
    moments: list[Moment],
    timetable: Timetable,
    purposes: tuple[Purpose, ...],
    person: CodedPerson,
) -> Iterator[Piece]:
    def kind(moment: Moment) -> tuple[Hours, bool, date]:
        decision = school_purpose(
            purposes,
            person=person.person,
            roles=person.roles,
            service=service,
            day=moment.day,
            at_ms=moment.at_ms,
        )
        return timetable.hours(person.pattern, moment), decision.allowed, moment.day

    for (hours, purpose, day), same in groupby(moments, key=kind):
        yield Piece(who, service, hours, purpose, day, next(same).hour)
