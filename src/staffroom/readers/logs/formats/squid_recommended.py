"""What does a line of the Squid format that Staffroom recommends say?

`%ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt "%{Referer}>h" %ssl::>sni %>eui`:
the native format, and then the Referer, the server name of the TLS handshake and the client's MAC address.
"""

from __future__ import annotations

from staffroom.readers.logs.contents import TOO_FEW_FIELDS, find_damage, trim_line
from staffroom.readers.logs.heads import mostly
from staffroom.readers.logs.hosts import find_host, is_address
from staffroom.readers.logs.reader import Context, Listings, LogFormat
from staffroom.readers.logs.squid_lines import (
    SquidHead,
    is_no_request,
    make_squid_request,
    split_head,
    split_tail,
)
from staffroom.readers.logs.times import parse_epoch
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

_NO_HARDWARE_ADDRESS = (b"-", b"00:00:00:00:00:00", b"00:00:00:00:00:00:00:00")


class SquidRecommended:
    """The recommended format; `docs/reference/squid.md` has the two lines for squid.conf."""

    name = "squid-staffroom"
    title = "Squid, the format that Staffroom recommends"
    grade = Grade.PAGE

    def recognises(self, head: bytes) -> bool:
        """Say whether most of the first lines are of this format."""
        return mostly(head, _fits)

    def open(self, head: bytes, context: Context) -> SquidRecommendedLines:
        """Be ready; the head says nothing that the lines do not."""
        return SquidRecommendedLines(context.listings)


class SquidRecommendedLines:
    """Lines of the recommended format."""

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
        front, referrer, sni, hardware = _split_additions(fields.rest)
        listing = self._find_listing(fields.target, sni)
        if listing is None:
            return None
        tail = split_tail(front)
        if isinstance(tail, Unreadable) or not sni:
            return tail if isinstance(tail, Unreadable) else Unreadable(TOO_FEW_FIELDS)
        user, _, content_type = tail
        return make_squid_request(
            listing,
            fields,
            user,
            content_type,
            referrer=None if fields.method == b"CONNECT" else referrer,
            client=_find_client(fields, hardware),
        )

    def _find_listing(self, target: bytes, sni: bytes) -> Listing | None:
        """Look up the host of the URL, or the server name where the URL has only an address."""
        host = find_host(target)
        if not host or is_address(host):
            host = find_host(sni) or host
        return self._listings.listing(host)


def _split_additions(rest: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Split what stands before the Referer, the Referer, the server name and the MAC address.

    The last three are b"" where the line ends before them. The Referer is what is between the first and
    the last quotation mark: whatever a browser sent, it cannot reach into the fields after it.
    """
    front, _, after = rest.partition(b' "')
    referrer, mark, last = after.rpartition(b'" ')
    additions = last.split()
    if not mark or len(additions) != 2:
        return front, b"", b"", b""
    return front, referrer, additions[0], additions[1]


def _find_client(fields: SquidHead, hardware: bytes) -> bytes:
    """Return the client's IP address, and only where Squid has none its MAC address."""
    if fields.client == b"-" and hardware not in _NO_HARDWARE_ADDRESS:
        return hardware.lower()
    return fields.client


def _fits(line: bytes) -> bool:
    """Say whether a line has the native fields and then the additions."""
    fields = split_head(line)
    if isinstance(fields, Unreadable) or parse_epoch(fields.stamp) is None or not fields.status:
        return False
    front, _, sni, _ = _split_additions(fields.rest)
    return bool(sni) and not isinstance(split_tail(front), Unreadable)


FORMAT: LogFormat = SquidRecommended()
