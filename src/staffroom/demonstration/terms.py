"""Which term does the made week lie in?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

WEEKS_TO_COME: Final = {"Autumn": 14, "Spring": 10, "Summer": 10}  # of a term, from the made week on
HOLIDAYS: Final = {
    "Autumn": timedelta(days=17),
    "Spring": timedelta(days=17),
    "Summer": timedelta(days=47),
}  # from the last day of a term to the first of the next
FOLLOWS: Final = {"Autumn": "Spring", "Spring": "Summer", "Summer": "Autumn"}


class Event(NamedTuple):
    """A stretch of the school's calendar, first and last day included."""

    title: str
    first: date
    last: date


def term_events(week: date) -> tuple[Event, ...]:
    """Return a term around a Monday, with a training day and half term in other weeks."""
    first = week - timedelta(days=12)
    half_term = week + timedelta(weeks=4)
    season = _season(week)
    return (
        Event(f"{season} term", first, week + timedelta(weeks=WEEKS_TO_COME[season], days=-3)),
        Event("INSET day: keeping children safe", first, first),
        Event("Half term", half_term, half_term + timedelta(days=4)),
    )


def next_term(week: date) -> Event:
    """Return the term after the one of a Monday, which begins when its holidays are over."""
    season, last = _season(week), term_events(week)[0].last
    first = last + HOLIDAYS[season]
    return Event(f"{FOLLOWS[season]} term", first, first + timedelta(weeks=11, days=4))


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
