"""At which moment did something happen, as an aware date and time?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FAR = timedelta(days=36_500)  # a length of time over a century is a mistake


def as_moment(at: int | None) -> datetime | None:
    """Return milliseconds since 1970 (as `readers.logs.times` gives them) as a moment in UTC."""
    return None if at is None else _EPOCH + timedelta(milliseconds=at)


def read_seconds(text: str) -> timedelta | None:
    """Read a length of time in whole seconds; None for anything else, and over a century."""
    if not (text.isascii() and text.isdigit()) or len(text) > 12:
        return None
    length = timedelta(seconds=int(text))
    return length if length < _FAR else None
