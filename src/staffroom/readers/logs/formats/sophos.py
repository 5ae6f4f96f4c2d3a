"""What do a Sophos Firewall (SFOS, XG) and a Sophos UTM 9 say of web requests?

Both write pairs of key and value. The firewall's web filter has `log_type="Content Filtering"`, the UTM's
proxy `sub="http"` and a time before its pairs (both seen in samples that their users published).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, timedelta, timezone, tzinfo

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
from staffroom.readers.logs.times import find_zone, parse_iso, parse_local
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

Pairs = dict[bytes, bytes]

CLIENT = (b"src_ip", b"srcip")
USER = (b"user_name", b"user")
OCTETS = (b"bytes_received", b"recv_bytes", b"size")
STATUS = (b"http_status", b"status_code", b"httpresponsecode", b"statuscode")
VERDICT = (b"log_subtype", b"action")
CONTENT_TYPE = (b"content_type", b"contenttype", b"content-type")
REFUSED = (b"denied", b"block", b"blocked", b"deny")

# Only names that mean one thing in the United Kingdom; with any other the context's zone holds.
_ZONES: dict[bytes, tzinfo] = {b"GMT": UTC, b"UTC": UTC, b"BST": timezone(timedelta(hours=1))}
_UTM_TIME = re.compile(rb"\d{4}:\d\d:\d\d-\d\d:\d\d:\d\d")


class Sophos:
    """Sophos Firewall and Sophos UTM 9."""

    name = "sophos"
    title = "Sophos Firewall and UTM 9, syslog"
    grade = Grade.PAGE

    def recognises(self, head: bytes) -> bool:
        """Say whether most of the first lines are of this format."""
        return mostly(head, _fits)

    def open(self, head: bytes, context: Context) -> SophosLines:
        """Be ready; times without an offset are in the context's zone."""
        return SophosLines(context.listings, find_zone(context.timezone))


class SophosLines:
    """Lines of a Sophos Firewall or UTM."""

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
        if not _is_web(pairs):
            return None if b"log_type" in pairs or b"sub" in pairs else Unreadable(TOO_FEW_FIELDS)
        listing = self._listings.listing(find_host(_first(pairs, (b"url", b"domain"))))
        if listing is None:
            return Unreadable(NO_QUOTE_END) if is_torn(line) else None
        if _first(pairs, STATUS) == b"407":
            return None
        if not _first(pairs, CLIENT):
            return Unreadable(TOO_FEW_FIELDS)
        return _make(listing, pairs, self._read_moment(line, pairs))

    def _read_moment(self, line: bytes, pairs: Pairs) -> int | None:
        """Read `timestamp`, or `date` and `time` with `timezone`, or the time before a UTM's pairs."""
        if b"timestamp" in pairs:
            return parse_iso(pairs[b"timestamp"], self._zone)
        if b"date" in pairs:
            zone = _ZONES.get(pairs.get(b"timezone", b""), self._zone)
            return parse_iso(pairs[b"date"] + b"T" + pairs.get(b"time", b""), zone)
        stamp = _UTM_TIME.search(line)
        return parse_local(stamp.group(), "%Y:%m:%d-%H:%M:%S", self._zone) if stamp else None


def _make(listing: Listing, pairs: Pairs, ended_at: int | None) -> Request | Unreadable:
    """Make a request; a line without a content type is of a connection that was not looked into."""
    content_type = _first(pairs, CONTENT_TYPE)
    return make_request(
        listing,
        ended_at=ended_at,
        elapsed=_read_elapsed(pairs),
        client=_first(pairs, CLIENT),
        user=_first(pairs, USER),
        octets=read_octets(_first(pairs, OCTETS)),
        blocked=_first(pairs, VERDICT).lower() in REFUSED,
        referrer=pairs.get(b"referer") if content_type else None,
        content_type=content_type,
    )


def _read_elapsed(pairs: Pairs) -> int:
    """Return milliseconds: the firewall writes seconds, the UTM microseconds."""
    if b"fullreqtime" in pairs:
        return (read_number(pairs[b"fullreqtime"]) or 0) // 1000
    return 1000 * (read_number(pairs.get(b"con_duration", b"")) or 0)


def _first(pairs: Pairs, names: Iterable[bytes]) -> bytes:
    """Return the first of these values that is not empty."""
    return next((pairs[name] for name in names if pairs.get(name)), b"")


def _is_web(pairs: Pairs) -> bool:
    """Say whether a line is of the web filter or proxy; a host elsewhere is counted there already."""
    return pairs.get(b"log_type") == b"Content Filtering" or pairs.get(b"sub") == b"http"


def _fits(line: bytes) -> bool:
    """Say whether a line has the pairs that every line of these products has."""
    if b"log_component=" in line and b"log_subtype=" in line and b"log_id=" in line:
        return True
    return b' sys="Secure' in line and b' sub="' in line and _UTM_TIME.search(line) is not None


FORMAT: LogFormat = Sophos()
