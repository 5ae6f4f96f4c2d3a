"""At which moment does a clock on the wall show a time?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
SECOND = timedelta(seconds=1)


def milliseconds(moment: datetime) -> int:
    """Count whole milliseconds since 1970 in UTC up to an aware moment."""
    return (moment - EPOCH) // MILLISECOND


def moment_of(day: date, since_midnight: timedelta, zone: ZoneInfo) -> datetime:
    """Return the first moment, in UTC, at which a local clock shows this time of this day or later.

    Of a time that comes twice, in autumn, that is the first; of one that the clocks skip, in spring, it is
    the moment of the change. Raises OverflowError beyond the first and last year of the calendar.
    """
    shown = datetime.combine(day, time()) + since_midnight
    moment = shown.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == shown:
        return moment
    return _change_before(moment, shown, zone)


def _change_before(late: datetime, shown: datetime, zone: ZoneInfo) -> datetime:
    """Find the change of the clocks that skipped a time, to the second.

    Read with the offset before the change (fold 0), a skipped time comes out late; with the one after it
    (fold 1), early. See PEP 495.
    """
    early = shown.replace(tzinfo=zone, fold=1).astimezone(UTC)
    while late - early > SECOND:
        middle = early + (late - early) // 2
        if middle.astimezone(zone).replace(tzinfo=None) >= shown:
            late = middle
        else:
            early = middle
    return late.replace(microsecond=0)
