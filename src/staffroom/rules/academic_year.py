"""In which academic year is a day? Years begin on 1 September."""

from __future__ import annotations

from datetime import date
from typing import Final

FIRST_MONTH: Final = 9


def academic_year(day: date) -> int:
    """Return the calendar year in which the academic year of a day begins."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def first_day(year: int) -> date:
    """Return the first day of the academic year that begins in a calendar year."""
    return date(year, FIRST_MONTH, 1)


def year_words(year: int) -> str:
    """Write an academic year as schools do, such as `2026/27`."""
    return f"{year}/{(year + 1) % 100:02d}"
