"""What do the web logs say that Zscaler's Nanolog Streaming Service feeds?

Schools shape the feed themselves. Four shapes are read: pairs of `key=value` separated by tabs (the Splunk
shape, with `vendor=Zscaler`), JSON with an `event`, a table with a header of Zscaler's field names, and the
default CSV without a header (https://help.zscaler.com/unified/nss-feed-output-format-web-logs).
Times are GMT, as a feed has them unless changed; a feed that says another `tz` is taken to be set to the
school's own zone.
"""

from __future__ import annotations

from datetime import UTC, tzinfo

from staffroom.readers.logs.contents import (
    NO_QUOTE_END,
    TOO_FEW_FIELDS,
    find_damage,
    read_number,
    read_octets,
    trim_line,
)
from staffroom.readers.logs.entries import make_request
from staffroom.readers.logs.heads import first_lines
from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.json_lines import load_record, record_of, text_of
from staffroom.readers.logs.quotation import split_quoted
from staffroom.readers.logs.reader import Context, Listings, LogFormat
from staffroom.readers.logs.tables import Places, find_header
from staffroom.readers.logs.times import find_zone, parse_epoch, parse_iso, parse_local
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

Named = dict[bytes, bytes]

TIME = (b"epochtime", b"datetime", b"time")
HOST = (b"hostname", b"ehost", b"host", b"url", b"eurl")
CLIENT = (b"clientip", b"cip", b"client_ip")
USER = (b"user", b"login", b"elogin")
OCTETS = (b"responsesize", b"respsize")
ELAPSED = (b"clienttranstime", b"ctime")
METHOD = (b"requestmethod", b"reqmethod")
STATUS = (b"status", b"respcode")
REFERRER = (b"refererurl", b"ereferer", b"referer")
CONTENT_TYPE = (b"contenttype",)

DEFAULT: Places = {
    b"time": 0, b"login": 1, b"url": 3, b"action": 4, b"respsize": 8, b"ctime": 10, b"location": 19,
    b"cip": 21, b"reqmethod": 23, b"respcode": 24, b"referer": 26,
}  # fmt: skip
_EMPTY = (b"none", b"na", b"n/a", b"-")
_PATTERN = "%a %b %d %H:%M:%S %Y"  # Mon Oct 16 22:55:48 2023


class Zscaler:
    """Zscaler's web log feed."""

    name = "zscaler"
    title = "Zscaler, web log feed"
    grade = Grade.PAGE

    def recognises(self, head: bytes) -> bool:
        """Say whether the head has one of the four shapes."""
        if _find_table(head):
            return True
        lines = first_lines(head)
        return bool(lines) and 2 * sum(map(_fits, lines)) > len(lines)

    def open(self, head: bytes, context: Context) -> ZscalerLines:
        """Learn the columns of a table; the other shapes need no head."""
        return ZscalerLines(context.listings, find_zone(context.timezone), _find_table(head))


class ZscalerLines:
    """Lines of a web log feed, in any of the shapes."""

    def __init__(self, listings: Listings, zone: tzinfo, table: tuple[bytes, Places] | None) -> None:
        self._listings = listings
        self._zone = zone
        self._table = table or (b",", DEFAULT)

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn one line into a request; see `reader.Lines`."""
        line = trim_line(line)
        if not line or line.startswith(b"#"):
            return None
        named = find_damage(line) or self._name(line)
        if isinstance(named, Unreadable):
            return named
        target = _first(named, HOST)
        listing = self._listings.listing(find_host(target))
        if listing is None:
            return None if target else Unreadable(TOO_FEW_FIELDS)
        return None if _first(named, STATUS) == b"407" else _make(listing, named, self._zone)

    def _name(self, line: bytes) -> Named | Unreadable:
        """Return the values of a line under their names."""
        if line.startswith(b"{"):
            return _name_json(line)
        if b"\t" in line and b"=" in line.partition(b"\t")[2].partition(b"\t")[0]:
            return _name_pairs(line)
        delimiter, places = self._table
        values = split_quoted(line, delimiter)
        if values is None:
            return Unreadable(NO_QUOTE_END)
        return {name: values[place] for name, place in places.items() if place < len(values)}


def _name_json(line: bytes) -> Named | Unreadable:
    record = load_record(line)
    if record is None:
        return Unreadable("the line is not whole JSON")
    event = record_of(record, "event") or record
    return {key.lower().encode("utf-8", "replace"): text_of(event, key) for key in event}


def _name_pairs(line: bytes) -> Named:
    first, *rest = line.split(b"\t")
    named: Named = {b"time": first}
    for pair in rest:
        key, mark, value = pair.partition(b"=")
        if mark:
            named.setdefault(key.strip().lower(), value.strip())
    return named


def _make(listing: Listing, named: Named, zone: tzinfo) -> Request | Unreadable:
    """Make a request; a user that only repeats the location is none: the feed writes it for a machine."""
    user, location = _first(named, USER), _first(named, (b"location",))
    is_tunnel = _first(named, METHOD) == b"CONNECT"
    is_recorded = any(name in named for name in REFERRER)
    return make_request(
        listing,
        ended_at=_read_moment(named, zone),
        elapsed=read_number(_first(named, ELAPSED)) or 0,
        client=_first(named, CLIENT),
        user=b"" if user == location else user,
        octets=read_octets(_first(named, OCTETS)),
        blocked=_first(named, (b"action",)).lower().startswith(b"block"),
        referrer=_first(named, REFERRER) if is_recorded and not is_tunnel else None,
        content_type=_first(named, CONTENT_TYPE) if CONTENT_TYPE[0] in named else None,
    )


def _read_moment(named: Named, local: tzinfo) -> int | None:
    """Read seconds since 1970, the feed's own way of writing times, or ISO 8601."""
    stamp = _first(named, TIME)
    zone = UTC if _first(named, (b"tz",)).upper() in (b"", b"GMT", b"UTC") else local
    return parse_epoch(stamp) or parse_local(stamp, _PATTERN, zone) or parse_iso(stamp, zone)


def _first(named: Named, names: tuple[bytes, ...]) -> bytes:
    """Return the first of these values that says something."""
    found = (named[name] for name in names if name in named)
    return next((value for value in found if value and value.lower() not in _EMPTY), b"")


def _find_table(head: bytes) -> tuple[bytes, Places] | None:
    """Find a header with Zscaler's names of the fields, and its delimiter."""
    for delimiter in (b"\t", b","):
        for needed in ((b"time", b"login", b"url", b"respsize"), (b"time", b"login", b"eurl", b"respsize")):
            places = find_header(head, delimiter, needed)
            if places:
                return delimiter, places
    return None


def _fits(line: bytes) -> bool:
    """Say whether a line is of one of the shapes without a header."""
    if line.startswith(b"{"):
        return b'"zscalernss-web"' in line or b'"vendor":"Zscaler"' in line.replace(b" ", b"")
    if b"\tvendor=Zscaler" in line:
        return True
    values = split_quoted(line)
    return values is not None and len(values) > 26 and parse_local(values[0], _PATTERN, UTC) is not None


FORMAT: LogFormat = Zscaler()
