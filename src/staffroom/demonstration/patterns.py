"""Which working weeks does the made school have?"""

from __future__ import annotations

from datetime import time
from typing import Final

from staffroom.records.calendar import TimeRange, WorkingDay, WorkingPattern

WEEKDAYS: Final = range(5)


def _range(text: str) -> TimeRange:
    start, end = text.split("-")
    return TimeRange(time.fromisoformat(start), time.fromisoformat(end))


def _day(ranges: str, breaks: str = "") -> WorkingDay:
    return WorkingDay(
        tuple(_range(part) for part in ranges.split()), tuple(_range(part) for part in breaks.split())
    )


TEACHING = _day("08:20-15:30", "10:30-10:50 12:10-13:00")
OFFICE = _day("08:00-16:30", "12:30-13:15")
MORNING = _day("08:20-12:10", "10:30-10:50")
MIDDAY = _day("11:45-13:30")
SITE = _day("06:30-10:00 14:30-18:30")  # a split day: open up, go home, lock up

PATTERNS: Final = (
    WorkingPattern("", dict.fromkeys(WEEKDAYS, TEACHING)),
    WorkingPattern("office", dict.fromkeys(WEEKDAYS, OFFICE)),
    WorkingPattern("monday to wednesday", {0: TEACHING, 1: TEACHING, 2: MORNING}),
    WorkingPattern("wednesday to friday", {2: TEACHING, 3: TEACHING, 4: TEACHING}),
    WorkingPattern("mornings", dict.fromkeys(WEEKDAYS, MORNING)),
    WorkingPattern("midday", dict.fromkeys(WEEKDAYS, MIDDAY)),
    WorkingPattern("site", dict.fromkeys(WEEKDAYS, SITE)),
    WorkingPattern("governors", {}),  # governors have no working hours at the school
)
BY_NAME: Final = {pattern.name: pattern for pattern in PATTERNS}
