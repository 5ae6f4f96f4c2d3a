"""At which moment was a line written?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

EARLIEST = 946_684_800_000  # 1 January 2000: before that a clock was not set
LATEST = 4_102_444_800_000  # 1 January 2100: after that a unit was mistaken
NONSENSE = "its time makes no sense"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_AHEAD = 86_400_000  # a syslog time may be this much later than the file's own before it is last year's
_MONTHS = {
    name: number
    for number, name in enumerate(
        (b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"), 1
    )
}


def find_zone(name: str) -> tzinfo:
    """Return the time zone of this IANA name; ValueError with a sentence where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError("The time zone is not one of the IANA names, such as Europe/London.") from error


def is_sensible(at: int) -> bool:
    """Say whether milliseconds since 1970 fall in this century."""
    return EARLIEST <= at < LATEST


def milliseconds(moment: datetime) -> int | None:
    """Return an aware moment as milliseconds since 1970 in UTC; None outside this century."""
    at = (moment - _EPOCH) // _MILLISECOND
    return at if is_sensible(at) else None


def parse_epoch(text: bytes) -> int | None:
    """Read seconds since 1970, with or without a fraction, as whole milliseconds (the rest is cut off).

    None for anything else, and for a moment outside this century.
    """
    seconds, _, fraction = text.partition(b".")
    if not seconds.isdigit() or len(seconds) > 10 or (fraction and not fraction.isdigit()):
        return None
    at = int(seconds) * 1000 + int((fraction[:3] + b"000")[:3])
    return at if is_sensible(at) else None


def parse_epoch_units(text: bytes) -> int | None:
    """Read whole seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by length.

    A moment of this century has 9 or 10 digits of seconds. None for anything else.
    """
    for digits, divisor in ((13, 1), (16, 1_000), (19, 1_000_000)):
        if digits - 1 <= len(text) <= digits and text.isdigit():
            at = int(text) // divisor
            return at if is_sensible(at) else None
    return parse_epoch(text)


def parse_apache(text: bytes) -> int | None:
    """Read `10/Oct/2026:13:55:36 +0100`, in square brackets or without. None for anything else."""
    bare = text.strip(b"[] ")
    day, month, rest = [*bare.split(b"/", 2), b"", b""][:3]
    number = _MONTHS.get(month.lower())
    if number is None:
        return None
    clock = rest.replace(b":", b"T", 1).replace(b" ", b"")  # 2026T13:55:36+0100
    return parse_iso(clock[:4] + b"-%02d-" % number + day.zfill(2) + clock[4:], None)


def parse_iso(text: bytes, zone: tzinfo | None) -> int | None:
    """Read an ISO 8601 date and time, with T or a space between them.

    An offset or Z in the text rules; without one it is a local time of `zone`, and None where
    `zone` is None. In the hour that the clocks repeat, the first pass is meant.
    """
    if not 15 <= len(text) <= 48:
        return None
    try:
        moment = datetime.fromisoformat(text.decode("ascii"))
    except ValueError:
        return None
    return _place(moment, zone)


def parse_local(text: bytes, pattern: str, zone: tzinfo | None) -> int | None:
    """Read a time written in a `strptime` pattern, which alone says whether day or month comes first.

    An offset (`%z`) rules; without one it is a local time of `zone`. None for anything else.
    """
    if len(text) > 64:
        return None
    try:
        moment = datetime.strptime(text.decode("ascii"), pattern)  # noqa: DTZ007 (placed in its zone below)
    except ValueError:
        return None
    return _place(moment, zone)


def parse_syslog(text: bytes, zone: tzinfo, written_by: int) -> int | None:
    """Read `Oct 10 13:55:36`, which names no year: the latest year that is not after the file itself.

    `written_by` is milliseconds since 1970 in UTC. A day of grace covers clocks that
    differ. 29 February is put in the last leap year. None for anything else.
    """
    parts = text.split()
    month = _MONTHS.get(parts[0].lower()) if len(parts) == 3 else None
    if month is None or not is_sensible(written_by):
        return None
    latest = datetime.fromtimestamp((written_by + _AHEAD) / 1000, UTC).year
    for year in range(latest, latest - 5, -1):  # far enough back for 29 February
        at = parse_iso(b"%04d-%02d-%sT%s" % (year, month, parts[1].zfill(2), parts[2]), zone)
        if at is not None and at <= written_by + _AHEAD:
            return at
    return None


def _place(moment: datetime, zone: tzinfo | None) -> int | None:
    """Give a moment without an offset its zone, and return it as milliseconds."""
    if moment.tzinfo is None:
        if zone is None:
            return None
        moment = moment.replace(tzinfo=zone)
    try:
        return milliseconds(moment)
    except OverflowError:  # the first and last day of the calendar have no neighbour to shift to
        return None
