"""When was it, as the front page of a policy says it?"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

MONTH_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"

# The British order: the day before the month.
SHAPES = (
    re.compile(rf"{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)"),
    re.compile(rf"{YEAR}-(?P<month>\d\d)"),
    re.compile(rf"(?P<day>\d{{1,2}})[./-](?P<month>\d{{1,2}})[./-]{YEAR}"),
    re.compile(rf"(?P<month>\d{{1,2}})[./-]{YEAR}"),
    re.compile(rf"(?:[A-Za-z]{{3,9}},? )?{DAY}(?: of)? {MONTH_NAME},? {YEAR}"),
    re.compile(rf"{MONTH_NAME},? {YEAR}"),
    re.compile(YEAR),
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as precise as it was written: a year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def last_day(self) -> date:
        """Return the last day that the writing can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """Return `2021`, `2021-02` or `2021-02-28`, as precise as it was written."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def words(self) -> str:
        """Return the date in British words, such as `February 2021`."""
        if self.month is None:
            return str(self.year)
        month = f"{NAMES[self.month - 1]} {self.year}"
        return month if self.day is None else f"{self.day} {month}"


def read_date(text: str) -> Written | None:
    """Read a date of a front page; None where it is not one, or no such day exists."""
    line = " ".join(text.split())
    for shape in SHAPES:
        if found := shape.fullmatch(line):
            return _written(found.groupdict())
    return None


def _written(parts: dict[str, str | None]) -> Written | None:
    month = _month(parts)
    written_day = parts.get("day")
    day = int(written_day) if written_day else None
    year = int(parts["year"] or 0)
    if month == 0 or (month is None and day is not None):
        return None
    if month is not None and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Written(year, month, day)


def _month(parts: dict[str, str | None]) -> int | None:
    """Return the month, None where none was written, 0 where it is no month."""
    if number := parts.get("month"):
        return int(number) if 1 <= int(number) <= 12 else 0
    if name := parts.get("name"):
        return MONTHS.index(name[:3].lower()) + 1 if _is_month(name) else 0
    return None


def _is_month(name: str) -> bool:
    """Say whether a word is a month or its short form (three letters, or `Sept`)."""
    return any(full.lower().startswith(name.lower()) for full in NAMES)
