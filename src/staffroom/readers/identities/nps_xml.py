"""Who was at which address, according to the accounting log of Microsoft's NPS in its own XML?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import tzinfo
from html import unescape
from itertools import islice

from staffroom.readers.identities.radius_records import MOST_ATTRIBUTES, Record
from staffroom.readers.identities.radius_sessions import read_sessions
from staffroom.readers.identities.reader import IdentityFormat, Problem
from staffroom.readers.identities.texts import number_lines
from staffroom.readers.logs.times import find_zone, parse_local
from staffroom.records.people import Claim

_EVENT = "<Event>"
_HEAD = re.compile(rb"^<Event><Timestamp data_type=", re.MULTILINE)
_ATTRIBUTE = re.compile(r'<([A-Za-z0-9-]{1,60}) data_type="\d{1,3}">([^<]{0,500})</')
_ACCOUNTING = "4"  # RFC 2866 §3: the code of an Accounting-Request


class NpsXmlFormat:
    """NPS logs marked "DTS compliant", its standard: one `<Event>` a line; see `radius_sessions`.

    Dates are month/day/year on every server, in its local time.
    """

    name = "nps-xml"
    title = "Windows NPS accounting (DTS compliant)"

    def recognises(self, head: bytes) -> bool:
        """Say whether a line of the head begins an event."""
        return _HEAD.search(head.removeprefix(b"\xef\xbb\xbf")) is not None

    def read(self, content: bytes, *, timezone: str, written_by: int) -> Iterator[Claim | Problem]:
        """Turn events into claims; see `identities.reader.IdentityFormat`."""
        yield from read_sessions(_read_records(content, find_zone(timezone)), source=self.name)


def _read_records(content: bytes, zone: tzinfo) -> Iterator[Record | Problem]:
    """Give the events that are accounting; those of authentication tell of no address."""
    for number, line in number_lines(content):
        if not line.startswith(_EVENT):
            continue
        if not line.rstrip().endswith("</Event>"):
            yield Problem(number, "The event is cut off.")
            continue
        attributes = _read_attributes(line)
        if attributes.get("Packet-Type", _ACCOUNTING) == _ACCOUNTING:
            yield Record(number, _find_arrival(attributes.get("Timestamp", ""), zone), attributes)


def _read_attributes(line: str) -> dict[str, str]:
    """Read the attributes of an event, the first of each name."""
    found = islice(_ATTRIBUTE.finditer(line), MOST_ATTRIBUTES)
    return {one[1]: unescape(one[2]) for one in reversed(list(found))}


def _find_arrival(text: str, zone: tzinfo) -> int | None:
    """Read `09/07/2026 09:01:02.123`."""
    return parse_local(text.encode("ascii", "replace"), "%m/%d/%Y %H:%M:%S.%f", zone)


FORMAT: IdentityFormat = NpsXmlFormat()
