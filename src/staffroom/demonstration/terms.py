"""Which term does the made week lie in?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple


class Event(NamedTuple):
    """A stretch of the school's calendar, first and last day included."""

    title: str
    first: date
    last: date


def term_events(week: date) -> tuple[Event, ...]:
    """Return a term of twelve weeks around a Monday, with a training day and half term in other weeks."""
    first = week - timedelta(days=12)
    half_term = week + timedelta(weeks=4)
    return (
        Event(f"{_season(week)} term", first, week + timedelta(weeks=10, days=-3)),
        Event("INSET day: keeping children safe", first, first),
        Event("Half term", half_term, half_term + timedelta(days=4)),
    )


def write_calendar(week: date) -> bytes:
    """Write the calendar as an .ics file; by RFC 5545 a day's DTEND is the day after the last."""
    blocks = "".join(_block(number, event) for number, event in enumerate(term_events(week), start=1))
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Hollybank School//Calendar//EN\n{blocks}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode("ascii")


def _block(number: int, event: Event) -> str:
    after = event.last + timedelta(days=1)
    return (
        f"BEGIN:VEVENT\nUID:term-{number}@hollybank.example\nDTSTAMP:{event.first:%Y%m%d}T000000Z\n"
        f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}\nDTEND;VALUE=DATE:{after:%Y%m%d}\n"
        f"SUMMARY:{event.title}\nEND:VEVENT\n"
    )


def _season(week: date) -> str:
    if week.month >= 9:
        return "Autumn"
    return "Spring" if week.month <= 3 else "Summer"
