"""Which week does the demonstration show, on whatever day it is made?

A fixed week would be deleted once it is older than evidence is kept, and its term would be over. So it is
the latest of three weeks of each year, one a term, that ended long enough ago to have been published. None of
the three has a bank holiday of England in it, and the figures stay the same for a whole term.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

MONTHS: Final = (1, 5, 9)
EARLIEST_DAY: Final = {1: 15, 5: 8, 9: 8}
PUBLISHED_AFTER: Final = timedelta(days=24)
KEEP_DAYS: Final = 200  # longer than from any of the weeks to the end of the time in which it is shown


def recent_week(today: date) -> date:
    """Return the Monday of the week that is shown on a day."""
    known = (week for year in (today.year - 1, today.year) for week in _weeks(year))
    return max(week for week in known if week + PUBLISHED_AFTER <= today)


def _weeks(year: int) -> list[date]:
    return [_monday_from(date(year, month, EARLIEST_DAY[month])) for month in MONTHS]


def _monday_from(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)
