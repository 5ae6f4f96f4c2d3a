"""What does one record of a FreeRADIUS detail file say, and when?"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from staffroom.readers.identities.machines import read_hardware
from staffroom.readers.identities.moments import as_moment, read_seconds
from staffroom.readers.identities.texts import number_lines
from staffroom.readers.logs.times import parse_epoch, parse_local

_MOST_ATTRIBUTES = 500  # of one record
_NOT_AT_ALL = timedelta(0)


@dataclass(frozen=True, slots=True)
class Record:
    """One accounting record: its line, its head (a date), and its attributes, the first of each name."""

    line: int
    head: str
    attributes: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return an attribute, "" where the record has none of that name."""
        return self.attributes.get(name, "")

    def length(self, name: str) -> timedelta:
        """Return an attribute that is a number of seconds, none where it is missing."""
        return read_seconds(self.text(name)) or _NOT_AT_ALL

    @property
    def station(self) -> str:
        """Return which access point or switch reports."""
        return self.text("NAS-IP-Address") or self.text("NAS-IPv6-Address") or self.text("NAS-Identifier")

    @property
    def session(self) -> Hashable:
        """Return what names one session; the server's own id is best, as stations use theirs again."""
        named = self.text("Acct-Unique-Session-Id") or self.text("Acct-Session-Id")
        return (self.station, named) if named else None

    @property
    def account(self) -> str:
        """Return the user, "" for a machine that signed itself in and for a name that hides one.

        A supplicant says `anonymous@school.example` outside the tunnel in which it gives the true
        name (RFC 7542 §2.4), and a machine says `host/pc-12.school.example` or its hardware address.
        """
        user = self.text("User-Name")
        hidden = user.lower().partition("@")[0] in ("", "anonymous")
        return "" if hidden or user.lower().startswith("host/") or read_hardware(user) else user

    def moment(self, zone: tzinfo) -> datetime | None:
        """Return when it happened: when it arrived, less what the station says that it kept it."""
        arrived = self._arrived(zone)
        return None if arrived is None else arrived - self.length("Acct-Delay-Time")

    def _arrived(self, zone: tzinfo) -> datetime | None:
        """Return when it arrived: the server's seconds, the head, or the station's own time."""
        at = parse_epoch(self.text("Timestamp").encode("ascii", "replace"))
        if at is None:
            at = parse_local(self.head.encode("ascii", "replace"), "%a %b %d %H:%M:%S %Y", zone)
        return as_moment(_parse_event(self.text("Event-Timestamp"), zone) if at is None else at)


def read_records(content: bytes) -> Iterator[Record]:
    """Give the records of a file; a record ends at an empty line or where the next head begins."""
    start, head, attributes = 0, "", dict[str, str]()
    for number, line in number_lines(content):
        is_attribute = line[:1] in (" ", "\t") and bool(line.strip())
        if not is_attribute:
            if attributes:
                yield Record(start, head, attributes)
            start, head, attributes = number, line.strip(), {}
        elif len(attributes) < _MOST_ATTRIBUTES:
            name, _, value = line.strip().partition(" = ")
            attributes.setdefault(name, _unquote(value))
    if attributes:
        yield Record(start, head, attributes)


def _unquote(value: str) -> str:
    """Drop the quotes around a text, and the backslash that escapes a backslash in it."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace("\\\\", "\\")
    return value


def _parse_event(text: str, zone: tzinfo) -> int | None:
    """Read `Sep  7 2026 09:01:02 UTC`; any other name of a zone is taken for the school's own."""
    words = text.split()
    if len(words) != 5:
        return parse_epoch(text.encode("ascii", "replace"))
    bare = " ".join(words[:4]).encode("ascii", "replace")
    return parse_local(bare, "%b %d %Y %H:%M:%S", UTC if words[4] == "UTC" else zone)
