"""Which working pattern holds for somebody on a day?"""

from __future__ import annotations

from datetime import date

from staffroom.records.calendar import Calendar, WorkingDay, WorkingPattern


def pattern_on(calendar: Calendar, name: str, day: date) -> WorkingPattern | None:
    """Find the latest pattern of this name that had begun by the day; None where there is none.

    A pattern without a date holds from the beginning. Of two with one date, the later in the calendar holds.
    """
    begun = [
        (pattern.since or date.min, place, pattern)
        for place, pattern in enumerate(calendar.patterns)
        if pattern.name == name and (pattern.since is None or pattern.since <= day)
    ]
    return max(begun, key=lambda found: found[:2])[2] if begun else None


def working_day(calendar: Calendar, name: str, day: date) -> WorkingDay:
    """Return what somebody with this pattern works on the day, whether the school is open or not.

    Where no pattern of the name had begun, the school's own holds; without that, nothing is worked.
    """
    pattern = pattern_on(calendar, name, day) or pattern_on(calendar, "", day)
    return pattern.days.get(day.weekday(), WorkingDay()) if pattern else WorkingDay()
