"""What do the logs say that Cisco Umbrella exports (DNS, and its proxy)?

Quoted values without a header, or with one where that is switched on; times are UTC
(https://docs.umbrella.com/deployment-umbrella/docs/log-formats-and-versioning). Later versions add fields.
"""

from __future__ import annotations

import re
from datetime import UTC

from staffroom.readers.logs.contents import (
    NO_QUOTE_END,
    TOO_FEW_FIELDS,
    find_damage,
    read_octets,
    trim_line,
)
from staffroom.readers.logs.entries import make_request
from staffroom.readers.logs.heads import mostly
from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.quotation import split_quoted
from staffroom.readers.logs.reader import Context, Listings, LogFormat
from staffroom.readers.logs.times import parse_iso
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

TIME, IDENTITY = 0, 1
LOOKUP_CLIENT, LOOKUP_ACTION, LOOKUP_TYPE, LOOKUP_DOMAIN, LOOKUP_IDENTITY_TYPE = 3, 5, 6, 8, 10
CLIENT, CONTENT_TYPE, VERDICT, URL, REFERRER, STATUS, OCTETS, IDENTITY_TYPE = 2, 5, 6, 7, 8, 10, 12, 21

_TYPE = re.compile(rb"\d+ \([^()]+\)")  # 1 (A)
_ADDRESS = re.compile(rb"\(([^()\s]+@[^()\s]+)\)$")
_PEOPLE = (b"AD Users", b"AD User", b"Directory Users", b"User", b"Users", b"SAML Users", b"")


class Umbrella:
    """Umbrella's DNS and proxy logs, told apart line by line."""

    name = "umbrella"
    title = "Cisco Umbrella, exported DNS and proxy logs"
    grade = Grade.PAGE

    def recognises(self, head: bytes) -> bool:
        """Say whether most of the first lines are of this format."""
        return mostly(head, _fits)

    def open(self, head: bytes, context: Context) -> UmbrellaLines:
        """Be ready; the fields have fixed places."""
        return UmbrellaLines(context.listings)


class UmbrellaLines:
    """Lines of Umbrella."""

    def __init__(self, listings: Listings) -> None:
        self._listings = listings

    def read(self, line: bytes) -> Request | Unreadable | None:
        """Turn one line into a request; see `reader.Lines`."""
        line = trim_line(line)
        if not line or line.startswith(b"#"):
            return None
        damage = find_damage(line)
        if damage:
            return damage
        fields = split_quoted(line)
        if fields is None or len(fields) < 9:
            return Unreadable(NO_QUOTE_END if fields is None else TOO_FEW_FIELDS)
        is_lookup = _is_lookup(fields)
        listing = self._listings.listing(find_host(fields[LOOKUP_DOMAIN if is_lookup else URL]))
        if listing is None:
            return None
        return _make_lookup(listing, fields) if is_lookup else _make(listing, fields)


def _make_lookup(listing: Listing, fields: list[bytes]) -> Request | Unreadable:
    """Make a request of a DNS line."""
    return make_request(
        listing,
        ended_at=parse_iso(fields[TIME], UTC),
        client=fields[LOOKUP_CLIENT],
        user=_find_user(fields, LOOKUP_IDENTITY_TYPE),
        blocked=fields[LOOKUP_ACTION].lower() == b"blocked",
        grade=Grade.NAME_LOOKED_UP,
    )


def _make(listing: Listing, fields: list[bytes]) -> Request | Unreadable | None:
    """Make a request of a proxy line."""
    if len(fields) <= OCTETS:
        return Unreadable(TOO_FEW_FIELDS)
    if fields[STATUS] == b"407":
        return None
    return make_request(
        listing,
        ended_at=parse_iso(fields[TIME], UTC),
        client=fields[CLIENT],
        user=_find_user(fields, IDENTITY_TYPE),
        octets=read_octets(fields[OCTETS]),
        blocked=fields[VERDICT].upper() == b"BLOCKED",
        referrer=fields[REFERRER],
        content_type=fields[CONTENT_TYPE],
    )


def _find_user(fields: list[bytes], type_place: int) -> bytes:
    """Return the identity where it is a person; a network, a site or a computer is none.

    `Jane Example (jane@example.org)` is that person's address.
    """
    kind = fields[type_place] if len(fields) > type_place else b""
    if kind not in _PEOPLE:
        return b""
    address = _ADDRESS.search(fields[IDENTITY][-512:])
    return address[1] if address else fields[IDENTITY]


def _is_lookup(fields: list[bytes]) -> bool:
    """Say whether a line is of the DNS log: its seventh field is a record type."""
    return _TYPE.fullmatch(fields[LOOKUP_TYPE]) is not None


def _fits(line: bytes) -> bool:
    """Say whether a line is of either log."""
    fields = split_quoted(line)
    if fields is None or len(fields) < 9 or parse_iso(fields[TIME], UTC) is None:
        return False
    return _is_lookup(fields) or fields[VERDICT].upper() in (b"ALLOWED", b"BLOCKED")


FORMAT: LogFormat = Umbrella()
