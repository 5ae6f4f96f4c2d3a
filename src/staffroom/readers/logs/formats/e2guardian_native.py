"""What does a line of e2guardian's formats 1, 2 and 4 say (and of DansGuardian's)?

Local time, user, client, URL, what was done, method, size, weight, category, group number, status,
content type, client name, group, agent, and a few more (e2guardian's configs/log_formats/logformat1):
separated by spaces in format 1, by commas and in quotation marks in 2, by tabs in 4.
"""

from __future__ import annotations

import re
from datetime import tzinfo

from staffroom.readers.logs.contents import TOO_FEW_FIELDS, find_damage, read_octets, trim_line
from staffroom.readers.logs.entries import make_request
from staffroom.readers.logs.heads import mostly
from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.quotation import split_quoted
from staffroom.readers.logs.reader import Context, Listings, LogFormat
from staffroom.readers.logs.times import find_zone, parse_local
from staffroom.records.requests import Grade, Request, Unreadable

# Months and days come without a leading zero: 2026.9.7 9:01:02
_TIME = re.compile(rb"\d{4}\.\d{1,2}\.\d{1,2} \d{1,2}:\d\d:\d\d")
_PATTERN = "%Y.%m.%d %H:%M:%S"
# What format 1 puts after its free text: method, size, weight; and further on group number, status and type.
_METHOD = re.compile(rb" ([A-Z]{3,10}|-) (\d{1,18}) (-?\d{1,9}) ")
_STATUS = re.compile(rb" \d{1,4} (\d{3}) (\S+)")


class E2guardianNative:
    """e2guardian's formats 1, 2 and 4."""

    name = "e2guardian-native"
    title = "e2guardian, log formats 1, 2 and 4 (also DansGuardian)"
    grade = Grade.NAME_AND_VOLUME

    def recognises(self, head: bytes) -> bool:
        """Say whether most of the first lines are of this format."""
        return mostly(head, _fits)

    def open(self, head: bytes, context: Context) -> E2guardianNativeLines:
        """Be ready; the times are local ones of the context's zone."""
        return E2guardianNativeLines(context.listings, find_zone(context.timezone))


class E2guardianNativeLines:
    """Lines of e2guardian's formats 1, 2 and 4."""

    def __init__(self, listings: Listings, zone: tzinfo) -> None:
        self._listings = listings
        self._zone = zone

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn one line into a request; see `reader.Lines`."""
        line = trim_line(line)
        if not line or line.startswith(b"#"):
            return None
        fields = find_damage(line) or _split(line)
        if isinstance(fields, Unreadable):
            return fields
        listing = self._listings.listing(find_host(fields[3]))
        if listing is None or fields[10:11] == [b"407"]:
            return None
        if len(fields) < 12:
            return Unreadable(TOO_FEW_FIELDS)
        stamp, user, client, _, what, _, octets, *_ = fields
        return make_request(
            listing,
            ended_at=parse_local(stamp, _PATTERN, self._zone),
            client=client,
            user=user,
            octets=read_octets(octets),
            blocked=b"*DENIED" in what or fields[10] == b"403",
            content_type=fields[11],
            grade=Grade.NAME_AND_VOLUME,
        )


def _split(line: bytes) -> list[bytes] | Unreadable:
    """Split a line at the marks that it has: tabs, quoted commas, or spaces."""
    if b"\t" in line:
        fields: list[bytes] | None = line.split(b"\t")
    elif line.startswith(b'"'):
        fields = split_quoted(line)
    else:
        fields = _split_at_spaces(line)
    return fields if fields and len(fields) > 3 else Unreadable(TOO_FEW_FIELDS)


def _split_at_spaces(line: bytes) -> list[bytes] | None:
    """Split a line of format 1, whose user name, message and category may hold spaces themselves.

    What follows the method is found from its shape; where it is not there, the fields so far are returned.
    """
    stamp = _TIME.match(line)
    front, mark, rest = line.partition(b"://")
    if not stamp or not mark:
        return None
    who = front[stamp.end() :].strip().rsplit(b" ", 2)
    address, _, rest = rest.partition(b" ")
    method = _METHOD.search(b" " + rest)
    status = _STATUS.search(b" " + rest, method.end() - 1) if method else None
    fields = [stamp.group(), *who[:2], b"x://" + address]
    if len(who) < 3 or not method or not status:
        return fields
    what = rest[: method.start()]
    return [*fields, what, method[1], method[2], method[3], b"-", b"-", status[1], status[2]]


def _fits(line: bytes) -> bool:
    """Say whether a line starts with e2guardian's time and has a URL for its fourth field."""
    if not _TIME.match(line.lstrip(b'"')):
        return False
    fields = _split(line)
    return not isinstance(fields, Unreadable) and b"://" in fields[3]


FORMAT: LogFormat = E2guardianNative()
