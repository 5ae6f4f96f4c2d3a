"""Who was at which address, according to RADIUS accounting in FreeRADIUS's detail files?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, tzinfo

from staffroom.readers.identities.radius_records import MOST_ATTRIBUTES, Record
from staffroom.readers.identities.radius_sessions import read_sessions
from staffroom.readers.identities.reader import IdentityFormat, Problem
from staffroom.readers.identities.texts import number_lines
from staffroom.readers.logs.times import find_zone, parse_epoch, parse_local
from staffroom.records.people import Claim

_STATUS = re.compile(rb"^[ \t]+Acct-Status-Type = ", re.MULTILINE)


class RadiusDetailFormat:
    """FreeRADIUS's `detail` files: sessions of Wi-Fi or 802.1X; see `radius_sessions`."""

    name = "radius-detail"
    title = "RADIUS accounting (FreeRADIUS detail)"

    def recognises(self, head: bytes) -> bool:
        """Say whether a record of the head has an accounting status."""
        return _STATUS.search(head) is not None

    def read(self, content: bytes, *, timezone: str, written_by: int) -> Iterator[Claim | Problem]:
        """Turn records into claims; see `identities.reader.IdentityFormat`."""
        yield from read_sessions(_read_records(content, find_zone(timezone)), source=self.name)


def _read_records(content: bytes, zone: tzinfo) -> Iterator[Record]:
    """Give the records of a file; a record ends at an empty line or where the next head begins."""
    start, head, attributes = 0, "", dict[str, str]()
    for number, line in number_lines(content):
        is_attribute = line[:1] in (" ", "\t") and bool(line.strip())
        if not is_attribute:
            if attributes:
                yield Record(start, _find_arrival(head, attributes, zone), attributes)
            start, head, attributes = number, line.strip(), {}
        elif len(attributes) < MOST_ATTRIBUTES:
            name, _, value = line.strip().partition(" = ")
            attributes.setdefault(name, _unquote(value))
    if attributes:
        yield Record(start, _find_arrival(head, attributes, zone), attributes)


def _find_arrival(head: str, attributes: Mapping[str, str], zone: tzinfo) -> int | None:
    """Find when a record arrived: the server's seconds, the head, or the station's own time."""
    at = parse_epoch(attributes.get("Timestamp", "").encode("ascii", "replace"))
    if at is None:
        at = parse_local(head.encode("ascii", "replace"), "%a %b %d %H:%M:%S %Y", zone)
    return _parse_event(attributes.get("Event-Timestamp", ""), zone) if at is None else at


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


FORMAT: IdentityFormat = RadiusDetailFormat()
