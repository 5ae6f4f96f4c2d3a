"""What does a FortiGate say in its syslog: web filter, DNS filter and web traffic?

Pairs of key and value, the web filter's being `hostname`, `url`, `action`, `user`, `srcip`, `rcvdbyte` and
`referralurl` (FortiOS Log Message Reference, e.g. message 13312); the DNS filter names the host as `qname`.
Lines without a host (most of `type="traffic"`) are about no service.
"""

from __future__ import annotations

from datetime import tzinfo

from staffroom.readers.logs.contents import (
    NO_QUOTE_END,
    TOO_FEW_FIELDS,
    find_damage,
    read_number,
    read_octets,
    trim_line,
)
from staffroom.readers.logs.entries import make_request
from staffroom.readers.logs.heads import mostly
from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.pairs import is_torn, read_pairs
from staffroom.readers.logs.reader import Context, Listings, LogFormat
from staffroom.readers.logs.times import find_zone, parse_epoch_units, parse_iso
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

REFUSED = (b"blocked", b"block", b"deny", b"denied", b"redirect", b"dropped", b"reset")


class Fortigate:
    """FortiGate's own log format (not its CEF or CSV variants)."""

    name = "fortigate"
    title = "FortiGate, syslog"
    grade = Grade.PAGE

    def recognises(self, head: bytes) -> bool:
        """Say whether most of the first lines are of this format."""
        return mostly(head, _fits)

    def open(self, head: bytes, context: Context) -> FortigateLines:
        """Be ready; a line that has no offset of its own is in the context's zone."""
        return FortigateLines(context.listings, find_zone(context.timezone))


class FortigateLines:
    """Lines of a FortiGate."""

    def __init__(self, listings: Listings, zone: tzinfo) -> None:
        self._listings = listings
        self._zone = zone

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn one line into a request; see `reader.Lines`."""
        line = trim_line(line)
        if not line or line.startswith(b"#"):
            return None
        damage = find_damage(line)
        if damage:
            return damage
        pairs = read_pairs(line)
        if b"type" not in pairs:
            return Unreadable(TOO_FEW_FIELDS)
        host = pairs.get(b"hostname") or pairs.get(b"qname") or b""
        listing = self._listings.listing(find_host(host))
        if listing is None:
            return Unreadable(NO_QUOTE_END) if is_torn(line) else None
        if b"srcip" not in pairs:
            return Unreadable(TOO_FEW_FIELDS)
        return _make(listing, pairs, self._zone)


def _make(listing: Listing, pairs: dict[bytes, bytes], zone: tzinfo) -> Request | Unreadable:
    """Make a request; `duration` (seconds) is in traffic lines only."""
    is_lookup = pairs.get(b"subtype") == b"dns"
    octets = None if is_lookup else read_octets(pairs.get(b"rcvdbyte", b""))
    return make_request(
        listing,
        ended_at=_read_moment(pairs, zone),
        elapsed=1000 * (read_number(pairs.get(b"duration", b"")) or 0),
        client=pairs[b"srcip"],
        user=pairs.get(b"user") or pairs.get(b"unauthuser") or b"",
        octets=octets,
        blocked=pairs.get(b"action", b"").lower() in REFUSED,
        grade=Grade.NAME_LOOKED_UP if is_lookup else None,
        referrer=pairs.get(b"referralurl"),
        content_type=pairs.get(b"contenttype"),
    )


def _read_moment(pairs: dict[bytes, bytes], zone: tzinfo) -> int | None:
    """Read `eventtime` (seconds, or since FortiOS 6.2 nanoseconds), or else date, time and `tz`."""
    at = parse_epoch_units(pairs.get(b"eventtime", b""))
    if at is not None:
        return at
    return parse_iso(pairs.get(b"date", b"") + b"T" + pairs.get(b"time", b"") + pairs.get(b"tz", b""), zone)


def _fits(line: bytes) -> bool:
    """Say whether a line has the pairs that every line of a FortiGate has."""
    return b"logid=" in line and b" type=" in line and b"subtype=" in line and b"date=" in line


FORMAT: LogFormat = Fortigate()
