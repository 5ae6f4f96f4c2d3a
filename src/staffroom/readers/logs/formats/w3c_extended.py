"""What does a line of a W3C extended log say: Blue Coat ProxySG, Microsoft TMG and ISA, IIS and others?

The fields are named by `#Fields:` (https://www.w3.org/TR/WD-logfile.html), anew wherever it stands. The
names of ProxySG are those of its "main" format, those of TMG are of its web proxy log in W3C format.
IIS writes the log of a web server: it names no host but its own, so its lines are about no service.
"""

from __future__ import annotations

from staffroom.readers.logs.contents import (
    NO_QUOTE_END,
    TOO_FEW_FIELDS,
    find_damage,
    read_number,
    read_octets,
    trim_line,
)
from staffroom.readers.logs.entries import make_request
from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.quotation import split_quoted
from staffroom.readers.logs.reader import Context, LogFormat
from staffroom.readers.logs.w3c import Directives, make_directives
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

HOST = (b"cs-host", b"cs(host)", b"r-host", b"cs-uri-hostname", b"cs-uri")
CLIENT = (b"c-ip", b"c-dns")
USER = (b"cs-username", b"c-auth-id", b"cs-userdn")
OCTETS = (b"sc-bytes", b"bytes")
ELAPSED = (b"time-taken", b"timetakenms")
METHOD = (b"cs-method", b"s-operation", b"cs-protocol")
STATUS = (b"sc-status",)
REFERRER = (b"cs(referer)", b"cs(referrer)", b"cs-referred")
CONTENT_TYPE = (b"rs(content-type)", b"sc(content-type)", b"cs-mime-type")
VERDICT = (b"sc-filter-result", b"action", b"s-action", b"x-exception-id")
REFUSED = (b"denied", b"deny", b"blocked", b"tcp_denied", b"policy_denied", b"content_filter_denied")
CHALLENGES = (b"407", b"12209")  # 12209 is TMG's "authorization required"
TUNNELS = (b"connect", b"ssl-tunnel")
TOO_MANY_VALUES = "it has more values than its header names fields"


class W3cExtended:
    """W3C extended logs of whatever product."""

    name = "w3c"
    title = "W3C extended log (ProxySG, TMG, IIS)"
    grade = Grade.PAGE

    def recognises(self, head: bytes) -> bool:
        """Say whether the head holds a `#Fields:` directive with W3C field names."""
        for line in head[:65_536].splitlines():
            name, _, fields = trim_line(line).lower().partition(b":")
            if name == b"#fields" and (b"-" in fields or b"time" in fields.split()):
                return True
        return False

    def open(self, head: bytes, context: Context) -> W3cExtendedLines:
        """Learn the directives of the head; the head's lines may come again."""
        lines = W3cExtendedLines(context)
        for line in head.splitlines():
            text = trim_line(line)
            if text and not text.startswith(b"#"):
                break
            lines.directives.heed(text)
        return lines


class W3cExtendedLines:
    """Lines of a W3C extended log, whose directives hold until the next ones."""

    def __init__(self, context: Context) -> None:
        self._listings = context.listings
        self.directives: Directives = make_directives(context.timezone)

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn one line into a request; see `reader.Lines`."""
        line = trim_line(line)
        if not line:
            return None
        if line.startswith(b"#"):
            self.directives.heed(line[:65_536])
            return None
        place = self.directives.place(HOST)
        if place is None:
            return None
        damage = find_damage(line)
        if damage:
            return damage
        values = split_quoted(line, self.directives.delimiter)
        if values is None or len(values) <= place:
            return Unreadable(NO_QUOTE_END if values is None else TOO_FEW_FIELDS)
        return self._look_up(values)

    def _look_up(self, values: list[bytes]) -> Request | Unreadable | None:
        fields = self.directives.places
        found = (find_host(values[fields[n]]) for n in HOST if fields.get(n, len(values)) < len(values))
        listing = self._listings.listing(next(filter(None, found), b""))
        if listing is None:
            return Unreadable(TOO_MANY_VALUES) if len(values) > len(fields) else None
        if len(values) < len(fields):
            return Unreadable(TOO_FEW_FIELDS)
        return self._make(listing, values)

    def _make(self, listing: Listing, values: list[bytes]) -> Request | Unreadable | None:
        status, octets = self._value(values, STATUS), self._value(values, OCTETS)
        if status in CHALLENGES:
            return None
        is_tunnel = self._is_any(values, METHOD, TUNNELS)
        volume = None if octets is None else read_octets(octets)
        referrer = None if is_tunnel else self._value(values, REFERRER)
        return make_request(
            listing,
            ended_at=self.directives.read_moment(values),
            elapsed=_read_elapsed(self._value(values, ELAPSED) or b""),
            client=self._value(values, CLIENT) or b"",
            user=self._value(values, USER) or b"",
            octets=volume,
            blocked=self._is_any(values, VERDICT, REFUSED),
            referrer=referrer,
            content_type=self._value(values, CONTENT_TYPE),
        )

    def _value(self, values: list[bytes], names: tuple[bytes, ...]) -> bytes | None:
        place = self.directives.place(names)
        return None if place is None else values[place]

    def _is_any(self, values: list[bytes], names: tuple[bytes, ...], words: tuple[bytes, ...]) -> bool:
        """Say whether any of these fields holds any of these words, in any case."""
        places = self.directives.places
        return any(values[places[name]].lower() in words for name in names if name in places)


def _read_elapsed(field: bytes) -> int:
    """Return milliseconds: products write whole milliseconds, the standard seconds with a fraction."""
    whole, point, fraction = field.partition(b".")
    elapsed = read_number(whole) or 0
    if not point:
        return elapsed
    return elapsed * 1000 + (read_number((fraction + b"000")[:3]) or 0)


FORMAT: LogFormat = W3cExtended()
