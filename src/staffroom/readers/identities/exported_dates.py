"""Which comes first in the dates of an export, the day or the month?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, tzinfo

from staffroom.readers.logs.times import milliseconds, parse_iso

_DATE = re.compile(
    r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}),?[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?\s?([AaPp][Mm])?"
)
_MONTHS = 12


def is_month_first(texts: Iterable[str]) -> bool:
    """Say whether the dates of one file are written in the American order.

    A number over twelve decides, in the file's first date that has one. Without one, a clock of
    twelve hours (`9:01:02 AM`) means month first, as Windows writes it in the United States, and one
    of twenty-four hours means day first, as it writes it in the United Kingdom.
    """
    has_halves = False
    for text in texts:
        found = _DATE.fullmatch(text.strip())
        if found and (int(found[1]) > _MONTHS) is not (int(found[2]) > _MONTHS):
            return int(found[2]) > _MONTHS
        has_halves = has_halves or bool(found and found[7])
    return has_halves


def parse_exported(text: str, zone: tzinfo, *, month_first: bool) -> int | None:
    """Read the time of an event: ISO 8601, or a date with slashes as Windows writes it for people.

    Returns milliseconds since 1970 in UTC; None for anything else. Local times are of `zone`.
    """
    bare = text.strip()[:64]
    found = _DATE.fullmatch(bare)
    if found is None:
        return parse_iso(bare.encode("ascii", "replace"), zone)
    one, other, year, hour, minute = (int(part) for part in found.groups()[:5])
    day, month = (other, one) if month_first else (one, other)
    if found[7]:
        hour = hour % 12 + (12 if found[7].lower() == "pm" else 0)
    try:
        return milliseconds(datetime(year, month, day, hour, minute, int(found[6] or 0), tzinfo=zone))
    except (ValueError, OverflowError):
        return None
