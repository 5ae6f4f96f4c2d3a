"""What do the directives of a W3C extended log say, and where does each of its fields stand?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from staffroom.readers.logs.times import find_zone, parse_iso

_DAY_PATTERNS = ("%Y-%m-%d", "%d/%b/%Y")  # Incapsula writes the second


@dataclass(slots=True)
class Directives:
    """What the directives said so far: the fields' places, the date, and the zone of the times.

    Times are UTC by the standard (https://www.w3.org/TR/WD-logfile.html) unless `#GMT-Offset` says
    otherwise; `local` is the zone of fields named `date-local` and `time-local`.
    """

    local: tzinfo
    places: dict[bytes, int] = field(default_factory=dict)
    day: bytes = b""
    zone: tzinfo = UTC
    delimiter: bytes = b" "  # TMG separates names and values by tabs

    def heed(self, line: bytes) -> None:
        """Take in a directive (a line that starts with #); one that is not known changes nothing."""
        key, _, value = line[1:].partition(b":")
        key, value = key.strip().lower(), value.strip()
        if key == b"fields":
            self.places = find_places(value)
            self.delimiter = b"\t" if b"\t" in value else b" "
        elif key == b"date":
            self.day = _read_day(value) or self.day
        elif key == b"gmt-offset":
            self.zone = _read_offset(value) or self.zone

    def place(self, names: Iterable[bytes]) -> int | None:
        """Return the place of the first of these names that there is."""
        return next((self.places[name] for name in names if name in self.places), None)

    def read_moment(self, values: list[bytes]) -> int | None:
        """Read a line's time in milliseconds since 1970 in UTC; without a date the last #Date holds."""
        if b"time" in self.places:
            return self._join(values, b"date", b"time", self.zone)
        return self._join(values, b"date-local", b"time-local", self.local)

    def _join(self, values: list[bytes], day: bytes, clock: bytes, zone: tzinfo) -> int | None:
        if clock not in self.places:
            return None
        date = values[self.places[day]] if day in self.places else self.day
        return parse_iso(date + b"T" + values[self.places[clock]], zone)


def make_directives(timezone_name: str) -> Directives:
    """Start with nothing said; `timezone_name` is the zone of local times."""
    return Directives(local=find_zone(timezone_name))


def find_places(names: bytes) -> dict[bytes, int]:
    """Return the place of each field, names in lower case; of a repeated name the first."""
    places: dict[bytes, int] = {}
    for place, name in enumerate(names.lower().split()):
        places.setdefault(name, place)
    return places


def _read_day(value: bytes) -> bytes | None:
    """Return the day of a `#Date` as YYYY-MM-DD."""
    word = value.split(b" ", 1)[0].decode("ascii", "replace")
    for pattern in _DAY_PATTERNS:
        try:
            return datetime.strptime(word, pattern).strftime("%Y-%m-%d").encode()  # noqa: DTZ007 (a day only)
        except ValueError:
            continue
    return None


def _read_offset(value: bytes) -> tzinfo | None:
    """Return the zone of `-0800` or `+01:00`."""
    digits = value[1:].replace(b":", b"")
    if value[:1] not in (b"+", b"-") or len(digits) != 4 or not digits.isdigit():
        return None
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset >= timedelta(days=1):
        return None
    return timezone(-offset if value[:1] == b"-" else offset)
