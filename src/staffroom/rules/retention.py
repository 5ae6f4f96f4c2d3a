"""Which days of visits have been kept long enough?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from staffroom.policy.keeping import keeps


@keeps("CON-1")
def expired(days: Iterable[date], *, today: date, keep_days: int) -> tuple[date, ...]:
    """Return the days, each once and the oldest first, that lie more than `keep_days` days before today.

    Raises ValueError for a negative number of days.
    """
    if keep_days < 0:
        raise ValueError("Visits cannot be kept for fewer than no days.")
    return tuple(sorted({day for day in days if (today - day).days > keep_days}))
