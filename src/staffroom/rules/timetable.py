"""When is something due that happens by the clock?"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

EARLY: Final = time(6, 30)  # in the school's time: before anybody's day, and read with the first coffee
MONDAY: Final = 0


class Every(StrEnum):
    """How often something happens."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


def last_due(every: Every, at: datetime, zone: ZoneInfo) -> datetime:
    """Return the latest moment up to `at` (aware) for which something was due, in UTC.

    Minutes and hours begin in UTC. Days begin at half past six by the school's clocks, weeks so on Monday,
    whether the clocks have changed or not.
    """
    utc = at.astimezone(UTC)
    if every is Every.MINUTE:
        return utc.replace(second=0, microsecond=0)
    if every is Every.HOUR:
        return utc.replace(minute=0, second=0, microsecond=0)
    return _last_morning(at.astimezone(zone), zone, weekly=every is Every.WEEK).astimezone(UTC)


def _last_morning(local: datetime, zone: ZoneInfo, *, weekly: bool) -> datetime:
    day = local.date()
    if local.replace(fold=0).time() < EARLY:
        day -= timedelta(days=1)
    if weekly:
        day -= timedelta(days=(day.weekday() - MONDAY) % 7)
    return datetime.combine(day, EARLY, zone)
