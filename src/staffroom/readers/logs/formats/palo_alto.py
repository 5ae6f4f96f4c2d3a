"""What does a Palo Alto firewall say in its URL filtering log, by syslog or exported as CSV?

The order of the syslog fields is that of PAN-OS 10.1 ("URL Filtering Log Fields"); later versions add fields
at the end. The log knows the page, at times the Referer, and never a size. TRAFFIC lines name no host.
"""

from __future__ import annotations

from datetime import tzinfo

from staffroom.readers.logs.contents import NO_QUOTE_END, TOO_FEW_FIELDS, find_damage, trim_line
from staffroom.readers.logs.entries import make_request
from staffroom.readers.logs.heads import mostly
from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.quotation import split_quoted
from staffroom.readers.logs.reader import Context, Listings, LogFormat
from staffroom.readers.logs.tables import Places, find_header, pick
from staffroom.readers.logs.times import find_zone, parse_iso
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

SYSLOG: Places = {
    b"type": 3,
    b"threat/content type": 4,
    b"generate time": 6,
    b"source address": 7,
    b"source user": 12,
    b"action": 30,
    b"url/filename": 31,
    b"content type": 41,
    b"referer": 49,
}
SUBTYPE = (b"threat/content type", b"subtype")
TIME = (b"generate time", b"generated time", b"time generated", b"receive time")
CLIENT = (b"source address", b"source ip")
URL = (b"url", b"url/filename")
NEEDED = (b"source address", b"action", b"type")
REFUSED = (b"block", b"deny", b"drop", b"reset")
TYPES = (b"THREAT", b"TRAFFIC", b"SYSTEM", b"CONFIG", b"USERID", b"URL")


class PaloAlto:
    """PAN-OS URL filtering log."""

    name = "palo-alto"
    title = "Palo Alto, URL filtering log (syslog or CSV)"
    grade = Grade.PAGE

    def recognises(self, head: bytes) -> bool:
        """Say whether the head has the header of an export, or most lines are of the syslog format."""
        return _find_export(head) is not None or mostly(head, _fits)

    def open(self, head: bytes, context: Context) -> PaloAltoLines:
        """Learn the columns; times without an offset are in the context's zone."""
        return PaloAltoLines(context.listings, find_zone(context.timezone), _find_export(head) or SYSLOG)


class PaloAltoLines:
    """Lines of a PAN-OS URL filtering log."""

    def __init__(self, listings: Listings, zone: tzinfo, places: Places) -> None:
        self._listings = listings
        self._zone = zone
        self._places = places

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn one line into a request; see `reader.Lines`."""
        line = trim_line(line)
        if not line or line.startswith(b"#"):
            return None
        fields = find_damage(line) or split_quoted(line)
        if isinstance(fields, Unreadable) or fields is None:
            return fields or Unreadable(NO_QUOTE_END)
        kind, url = pick(fields, self._places, SUBTYPE), pick(fields, self._places, URL)
        if kind is not None and kind.lower() != b"url":
            return None
        if url is None:
            return Unreadable(TOO_FEW_FIELDS)
        listing = self._listings.listing(find_host(url))
        return None if listing is None else self._make(listing, fields)

    def _make(self, listing: Listing, fields: list[bytes]) -> Request | Unreadable:
        """Make a request; without a Referer and a content type nothing but the name was seen."""
        content_type = pick(fields, self._places, (b"content type",))
        referrer = pick(fields, self._places, (b"referer",))
        return make_request(
            listing,
            ended_at=self._read_moment(pick(fields, self._places, TIME) or b""),
            client=pick(fields, self._places, CLIENT) or b"",
            user=pick(fields, self._places, (b"source user",)) or b"",
            blocked=(pick(fields, self._places, (b"action",)) or b"").lower().startswith(REFUSED),
            referrer=referrer if referrer or content_type else None,
            content_type=content_type or None,
        )

    def _read_moment(self, stamp: bytes) -> int | None:
        """Read `2026/09/07 09:01:02`, or ISO 8601 as the log forwarding service writes it."""
        return parse_iso(stamp.replace(b"/", b"-"), self._zone)


def _find_export(head: bytes) -> Places | None:
    """Find the header of a CSV export."""
    places = find_header(head, b",", NEEDED)
    return places if places and any(name in places for name in URL) else None


def _fits(line: bytes) -> bool:
    """Say whether a line is PAN-OS syslog: its fourth field is a log type, its seventh a time."""
    fields = line.split(b",", 8)
    return len(fields) == 9 and fields[3] in TYPES and fields[6][4:5] in (b"/", b"-")


FORMAT: LogFormat = PaloAlto()
