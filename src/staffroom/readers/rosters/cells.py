"""What does one cell of a table mean?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from difflib import get_close_matches

from staffroom.readers.rosters.problems import RowError
from staffroom.readers.rosters.table import Row

FIRST_YEAR, LAST_YEAR = 1900, 2200  # a year outside these is a slip of the pen
MOST_LISTED = 15  # a longer list of what is known is cut to what looks alike

_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_BRITISH_DATE = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})", re.ASCII)


def read_day(text: str) -> date | None:
    """Read a date such as 2026-09-01 or 01/09/2026 (day first); None where it is none."""
    found = _ISO_DATE.fullmatch(text) or _BRITISH_DATE.fullmatch(text)
    if not found:
        return None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def day_in(row: Row, column: str) -> date | None:
    """Return the date in a cell, None for an empty one; raises RowError where it is no date."""
    return needed_day(row, column) if row[column] else None


def needed_day(row: Row, column: str) -> date:
    """Return the date in a cell; raises RowError where it is empty or no date."""
    day = read_day(row.need(column))
    if day is None:
        raise RowError(f'The cell "{column}" is not a date like 2026-09-01 or 01/09/2026.')
    return day


def days_in(row: Row) -> tuple[date | None, date | None]:
    """Return `since` and `until`; raises RowError where they are no dates or the wrong way round."""
    since, until = day_in(row, "since"), day_in(row, "until")
    if since and until and until < since:
        raise RowError('The date in "until" is before the one in "since".')
    return since, until


def service_in(row: Row, known_services: Collection[str] | None, *, also: str = "") -> str:
    """Return the service id in a row; raises RowError where it is empty or unknown."""
    service = row.need("service").casefold()
    if service != also and known_services is not None and service not in known_services:
        raise RowError(f"The service is not in the catalogue. {list_known(known_services, like=service)}")
    return service


def words_in(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that are separated by semicolons, each once."""
    return tuple(dict.fromkeys(word.strip() for word in cell.split(";") if word.strip()))


def list_known(known: Collection[str], like: str = "") -> str:
    """Say which values are known: all of them, or where they are many, those that look like one."""
    if not known:
        return "None is known yet."
    if len(known) <= MOST_LISTED:
        return f"Known are: {_list(sorted(known))}."
    alike = get_close_matches(like.casefold()[:100], sorted(known), n=3)
    return f"{len(known)} are known{f', such as {_list(alike)}' if alike else ''}."


def _list(words: Iterable[str]) -> str:
    return ", ".join(words)
