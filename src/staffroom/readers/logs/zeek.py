"""How does a line of Zeek's http, ssl or dns log become a request, whatever it is written in?"""

from __future__ import annotations

from datetime import UTC
from typing import Protocol

from staffroom.readers.logs.clients import NO_CLIENT, read_address
from staffroom.readers.logs.contents import read_octets
from staffroom.readers.logs.entries import make_request
from staffroom.readers.logs.hosts import clean_host, find_host
from staffroom.readers.logs.lookups import make_lookup
from staffroom.readers.logs.times import parse_epoch_units, parse_iso
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

LOGS = ("http", "ssl", "dns")  # quic.log would count twice: Zeek writes QUIC's hellos to ssl.log too

_AUTHENTICATION_ASKED = b"407"
_REFUSED = b"403"


class Fields(Protocol):
    """The fields of one line by their Zeek names."""

    def field(self, name: str) -> bytes | None:
        """Return a field; b"" where it is unset or empty, None where this log has no such field."""

    def first(self, name: str) -> bytes | None:
        """Return the first value of a field that holds a set or a list; see `field`."""


def find_zeek_host(log: str, line: Fields) -> bytes:
    """Find the host that a line is about, b"" where it names none."""
    if log == "dns":
        return clean_host(line.field("query") or b"")
    if log == "ssl":
        return clean_host(line.field("server_name") or b"")
    return find_host(line.field("host") or b"") or _find_requested_host(line)


def make_zeek_request(log: str, line: Fields, listing: Listing) -> Request | Unreadable | None:
    """Make the request of a line whose host is listed; None for half of an authentication.

    `ts` is when the connection, the request or the lookup began. No Zeek log of the three says how
    long it lasted, so a request ends when it begins. Whether a TLS handshake was `established` is
    not used: Zeek cannot see the end of a handshake over QUIC and writes F for a good connection.
    """
    at = read_zeek_moment(line.field("ts") or b"")
    # `proxied` may hold an X-Forwarded-For address, but any browser can write one, and a visit
    # must not be laid at the door of whoever it names.
    client = line.field("id.orig_h") or b""
    if log == "dns":
        return make_lookup(at, client, listing)
    if log == "http" and line.field("status_code") == _AUTHENTICATION_ASKED:
        return None
    address = read_address(client)
    if address is None:
        return Unreadable(NO_CLIENT)
    if log == "ssl":
        return make_request(listing, ended_at=at, client=address.encode(), grade=Grade.NAME)
    return _make_page(at, address, line, listing)


def read_zeek_moment(text: bytes) -> int | None:
    """Read `ts`: seconds, or milliseconds or ISO 8601 in UTC where JSON was set so.

    Returns milliseconds since 1970 in UTC, None for anything else.
    """
    at = parse_epoch_units(text)
    return parse_iso(text, UTC) if at is None else at


def _make_page(at: int | None, address: str, line: Fields, listing: Listing) -> Request | Unreadable:
    """Make the request of an HTTP message; its `username` is of the web site and not of the school."""
    return make_request(
        listing,
        ended_at=at,
        client=address.encode(),
        octets=read_octets(line.field("response_body_len") or b""),
        blocked=_is_refused_tunnel(line),
        grade=Grade.PAGE,
        referrer=line.field("referrer"),
        content_type=line.first("resp_mime_types"),
    )


def _find_requested_host(line: Fields) -> bytes:
    """Find the host of what was asked of a proxy by a client that sent no Host header."""
    target = line.field("uri") or b""
    is_for_proxy = line.field("method") == b"CONNECT" or target[:4].lower() == b"http"
    return find_host(target) if is_for_proxy else b""


def _is_refused_tunnel(line: Fields) -> bool:
    """Say whether a proxy refused a tunnel; any other 403 may be the web site's own answer."""
    return line.field("method") == b"CONNECT" and line.field("status_code") == _REFUSED
