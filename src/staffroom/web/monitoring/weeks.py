"""Which week was asked for, and which come before and after the one that is shown?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dateparse import parse_date

from staffroom.web.requests import Request


@dataclass(frozen=True, slots=True)
class Weeks:
    """The Mondays that a page of one week leads to; None where there is no such week."""

    chosen: date
    earlier: date | None
    later: date | None
    first: date
    last: date
    is_missing: bool  # the week that was asked for is not there, and another is shown


def asked_monday(request: Request) -> date | None:
    """Return the Monday of the week that the address names by a day; None where no day can be read."""
    try:
        day = parse_date(request.GET.get("week", ""))
    except ValueError:
        return None
    return day - timedelta(days=day.weekday()) if day else None


def weeks_around(mondays: Sequence[date], chosen: date, asked: date | None) -> Weeks:
    """Say where to go from one of some weeks; `mondays` are the latest first."""
    place = mondays.index(chosen)
    return Weeks(
        chosen=chosen,
        earlier=mondays[place + 1] if place + 1 < len(mondays) else None,
        later=mondays[place - 1] if place else None,
        first=mondays[-1],
        last=mondays[0],
        is_missing=asked is not None and asked != chosen,
    )
