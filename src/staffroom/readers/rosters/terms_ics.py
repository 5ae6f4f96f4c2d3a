"""Which terms, closures and training days does the school's calendar show?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import zip_longest
from typing import Protocol

from staffroom.readers.rosters.cells import FIRST_YEAR, LAST_YEAR
from staffroom.readers.rosters.problems import Complaints, Reading
from staffroom.readers.rosters.term_dates import LONGEST_DAYS, Dates
from staffroom.records.calendar import Closure, Term, TrainingDay

FILE = "terms.ics"
LARGEST_BYTES = 2_000_000
MOST_TRAINING_DAYS = 31  # of one event
LONGEST_TITLE = 200
LONGEST_HALF_TERM_DAYS = 16  # two weeks with their weekends; a longer "half term 1" is taught, not free
ONE_DAY = timedelta(days=1)

# The words by which British schools' calendars tell their days apart, in the order in which they decide.
# "In-service day" is Scotland's word for a training day, "school development day" Northern Ireland's.
HALF_TERM = re.compile(r"\b(half|mid)[ -]?term\b")
TRAINING = re.compile(
    r"\binset\b|\b(training|staff|in-service|inservice|development|pd|cpd) days?\b"
    r"|\bstaff training\b|\bprofessional development\b"
)
CLOSED = re.compile(r"\bholidays?\b|\bclosed\b|\bclosures?\b")
BREAK = re.compile(r"\bbreak\b")  # over several days only: "break duty" is on one
TERM = re.compile(r"\bterm\b")
SPEAK_OF_TERMS = (HALF_TERM, TRAINING, CLOSED, BREAK, TERM)
STARTS = re.compile(r"\b(starts?|begins?|opens?|commences?|first day|start of)\b")
ENDS = re.compile(r"\b(ends?|closes?|finish(es)?|last day|end of)\b")


class _Component(Protocol):
    """As much of a component of `icalendar` as is used here."""

    def get(self, name: str, default: object = None, /) -> object:
        """Return a property."""

    def __contains__(self, name: object, /) -> bool: ...


@dataclass(frozen=True, slots=True)
class _Event:
    """An all-day event, last day included; `number` is its place in the file."""

    number: int
    title: str
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def words(self) -> str:
        return self.title.casefold()


@dataclass(slots=True)
class _Leftovers:
    """Events that say nothing of terms, counted."""

    timed: int = 0
    others: int = 0
    starts: list[_Event] = field(default_factory=list)
    ends: list[_Event] = field(default_factory=list)


def read_terms(content: bytes) -> Reading[Dates]:
    """Read an iCalendar file (RFC 5545) into one `Dates`; what is no calendar gives one problem and none.

    The row of a problem is the number of the event in the file.
    """
    complaints = Complaints(FILE)
    left = _Leftovers()
    found: list[Term | Closure | TrainingDay] = []
    for number, component in enumerate(_components(content, complaints), start=1):
        event = _event(component, number, left, complaints)
        if event:
            found.extend(_judge(event, left, complaints))
    found.extend(_pair(left, complaints))
    _count_leftovers(left, complaints)
    return Reading((_dates(found),), complaints.problems())


def _components(content: bytes, complaints: Complaints) -> list[_Component]:
    """Return the events of a calendar, as `icalendar` reads them."""
    if len(content) > LARGEST_BYTES:
        complaints.say(0, f"This file is larger than {LARGEST_BYTES // 1_000_000} MB and was not read.")
        return []
    import icalendar  # it takes a tenth of a second to import

    try:
        calendars = icalendar.Calendar.from_ical(content, multiple=True)
        return [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError):
        complaints.say(0, "This is not a calendar file that can be read. Export it as .ics again.")
        return []


def _event(component: _Component, number: int, left: _Leftovers, complaints: Complaints) -> _Event | None:
    first, end = _value(component, "DTSTART"), _value(component, "DTEND")
    title = " ".join(str(component.get("SUMMARY", "")).split())[:LONGEST_TITLE]
    if isinstance(first, datetime) or str(component.get("STATUS", "")).upper() == "CANCELLED":
        left.timed += 1
        return None
    if not any(word.search(title.casefold()) for word in SPEAK_OF_TERMS):
        left.others += 1
        return None
    if not isinstance(first, date) or not FIRST_YEAR <= first.year <= LAST_YEAR:
        complaints.say(number, "The event has no date that can be read, and was left out.")
        return None
    if "RRULE" in component or "RDATE" in component:
        complaints.say(number, "The event repeats, and was left out. Write an event for each date.")
        return None
    return _Event(number, title, first, _last_day(first, end, _value(component, "DURATION")))


def _last_day(first: date, end: object, length: object) -> date:
    """Return the last day of an event: its end is not included, and without one it is one day long."""
    if isinstance(length, timedelta) and end is None and ONE_DAY <= length <= timedelta(days=LONGEST_DAYS):
        end = first + timedelta(days=length.days)
    if not isinstance(end, date) or isinstance(end, datetime) or end <= first:
        return first
    return end - ONE_DAY


def _value(component: _Component, name: str) -> object:
    """Return the date or the length in a property; None where it is missing, broken or there twice."""
    try:
        return getattr(component.get(name), "dt", None)
    except ValueError:  # a broken property of `icalendar` 7 raises when it is looked at
        return None


def _judge(event: _Event, left: _Leftovers, complaints: Complaints) -> Iterator[Term | Closure | TrainingDay]:
    if HALF_TERM.search(event.words) and event.days <= LONGEST_HALF_TERM_DAYS:
        yield from _closure(event, complaints)
    elif TRAINING.search(event.words):
        yield from _training_days(event, complaints)
    elif CLOSED.search(event.words) or (BREAK.search(event.words) and event.days > 1):
        yield from _closure(event, complaints)
    elif TERM.search(event.words):
        yield from _term(event, left, complaints)
    else:
        left.others += 1


def _closure(event: _Event, complaints: Complaints) -> Iterator[Closure]:
    if event.days > LONGEST_DAYS:
        complaints.say(event.number, "The event is longer than a year, and was left out.")
    else:
        yield Closure(event.title, event.first, event.last)


def _training_days(event: _Event, complaints: Complaints) -> Iterator[TrainingDay]:
    if event.days > MOST_TRAINING_DAYS:
        complaints.say(event.number, "The training days are longer than a month, and were left out.")
    else:
        for place in range(event.days):
            yield TrainingDay(event.title, event.first + place * ONE_DAY)


def _term(event: _Event, left: _Leftovers, complaints: Complaints) -> Iterator[Term]:
    if event.days > LONGEST_DAYS:
        complaints.say(event.number, "The event is longer than a year, and was left out.")
    elif event.days > 1:
        yield Term(event.title, event.first, event.last)
    elif STARTS.search(event.words):
        left.starts.append(event)
    elif ENDS.search(event.words):
        left.ends.append(event)
    else:
        left.others += 1


def _pair(left: _Leftovers, complaints: Complaints) -> Iterator[Term]:
    """Make terms of the events for their first and their last days.

    The last of several ends before the next start counts: "end of term assembly" may come before the end.
    """
    starts = sorted(left.starts, key=_first_day)
    ends = sorted(end.first for end in left.ends)
    used = 0
    for start, following in zip_longest(starts, starts[1:]):
        limit = following.first if following else date.max
        before_next = ends[bisect_left(ends, start.first) : bisect_left(ends, limit)]
        used += len(before_next)
        if before_next and (before_next[-1] - start.first).days <= LONGEST_DAYS:
            yield Term(_name(start.title), start.first, before_next[-1])
        else:
            complaints.say(start.number, "The term that starts here has no end. Add an event for it.")
    if used < len(ends):
        complaints.say(0, f"Ends of a term that have no start: {len(ends) - used}. Add an event for each.")


def _name(title: str) -> str:
    """Take the words for the start out of a title: "Autumn term begins" names the autumn term."""
    kept = re.sub(rf"{STARTS.pattern}|\bof\b", " ", title, flags=re.IGNORECASE)
    return " ".join(kept.split()).strip(" -–:,") or "Term"


def _first_day(event: _Event) -> date:
    return event.first


def _count_leftovers(left: _Leftovers, complaints: Complaints) -> None:
    if left.timed:
        complaints.say(0, f"Events with a time of day, or cancelled, were left out: {left.timed}.")
    if left.others:
        complaints.say(0, f"Events that name no term, closure or training day were left out: {left.others}.")


def _dates(found: Iterable[Term | Closure | TrainingDay]) -> Dates:
    everything = tuple(found)
    return Dates(
        tuple(each for each in everything if isinstance(each, Term)),
        tuple(each for each in everything if isinstance(each, Closure)),
        tuple(each for each in everything if isinstance(each, TrainingDay)),
    )
