"""What does a line of Squid's native access log say?

`%ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt`
(https://wiki.squid-cache.org/Features/LogFormat)
"""

from __future__ import annotations

from staffroom.readers.logs.contents import find_damage, trim_line
from staffroom.readers.logs.heads import mostly
from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.reader import Context, Listings, LogFormat
from staffroom.readers.logs.squid_lines import (
    OUT_OF_ORDER,
    is_no_request,
    make_squid_request,
    split_head,
    split_tail,
)
from staffroom.readers.logs.times import parse_epoch
from staffroom.records.requests import Grade, Request, Unreadable


class SquidNative:
    """Squid's native format, also written by DansGuardian (format 3) and several appliances."""

    name = "squid"
    title = "Squid, native access log"
    grade = Grade.NAME_AND_VOLUME

    def recognises(self, head: bytes) -> bool:
        """Say whether most of the first lines are of this format."""
        return mostly(head, _fits)

    def open(self, head: bytes, context: Context) -> SquidNativeLines:
        """Be ready; the head says nothing that the lines do not."""
        return SquidNativeLines(context.listings)


class SquidNativeLines:
    """Lines of Squid's native access log."""

    def __init__(self, listings: Listings) -> None:
        self._listings = listings

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn one line into a request; see `reader.Lines`."""
        line = trim_line(line)
        if not line or line.startswith(b"#"):
            return None
        fields = find_damage(line) or split_head(line)
        if isinstance(fields, Unreadable):
            return fields
        if is_no_request(fields.code, fields.status):
            return None
        listing = self._listings.listing(find_host(fields.target))
        if listing is None:
            return None
        tail = split_tail(fields.rest)
        if isinstance(tail, Unreadable):
            return tail
        if not fields.status:
            return Unreadable(OUT_OF_ORDER)
        user, _, content_type = tail
        return make_squid_request(listing, fields, user, content_type)


def _fits(line: bytes) -> bool:
    """Say whether a line has the ten fields; e2guardian's imitation has `-` for a method."""
    fields = line.split()
    return (
        len(fields) >= 10
        and b"." in fields[0]
        and parse_epoch(fields[0]) is not None
        and b"/" in fields[3]
        and fields[5] != b"-"
        and b"/" in fields[-2]
        and not fields[-1].endswith(b'"')
        and b' "' not in line
    )


FORMAT: LogFormat = SquidNative()
