"""What does a line of e2guardian's formats 5 to 8 say (Protex, tab separated)?

time of the end, server (blank in 6 and 8), user, client address (left out where `logclientnameandip` is off),
client name, URL, method, status, size, content type, agent, blank, duration in ms, blank, message number,
message, weight, category, group, group number, and in 7 and 8 search terms and flags
(https://github.com/e2guardian/wiki/wiki/Access-Log-File-Format).
"""

from __future__ import annotations

from staffroom.readers.logs.contents import (
    TOO_FEW_FIELDS,
    find_damage,
    read_number,
    read_octets,
    trim_line,
)
from staffroom.readers.logs.entries import make_request
from staffroom.readers.logs.heads import mostly
from staffroom.readers.logs.hosts import find_host
from staffroom.readers.logs.reader import Context, Listings, LogFormat
from staffroom.readers.logs.times import parse_epoch
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

METHOD, STATUS, OCTETS, CONTENT_TYPE, DURATION, MESSAGE = 1, 2, 3, 4, 7, 10  # places after the URL


class E2guardianProtex:
    """e2guardian's formats 5, 6, 7 and 8, told apart by nothing that matters here."""

    name = "e2guardian"
    title = "e2guardian, log formats 5 to 8 (Protex)"
    grade = Grade.NAME_AND_VOLUME

    def recognises(self, head: bytes) -> bool:
        """Say whether most of the first lines are of this format."""
        return mostly(head, _fits)

    def open(self, head: bytes, context: Context) -> E2guardianProtexLines:
        """Be ready; the head says nothing that the lines do not."""
        return E2guardianProtexLines(context.listings)


class E2guardianProtexLines:
    """Lines of e2guardian's formats 5 to 8."""

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
        fields = line.split(b"\t")
        url = _find_url(fields)
        if url is None:
            return Unreadable(TOO_FEW_FIELDS)
        listing = self._listings.listing(find_host(fields[url]))
        if listing is None:
            return None
        if len(fields) <= url + MESSAGE:
            return Unreadable(TOO_FEW_FIELDS)
        return _make(listing, fields[:url], fields[url:])


def _make(listing: Listing, who: list[bytes], what: list[bytes]) -> Request | Unreadable | None:
    """Make a request; status 407 is half of an authentication, and none."""
    if what[STATUS] == b"407":
        return None
    return make_request(
        listing,
        ended_at=parse_epoch(who[0]),
        elapsed=read_number(what[DURATION]) or 0,
        client=who[3],
        user=who[2],
        octets=read_octets(what[OCTETS]),
        blocked=_is_blocked(what[STATUS], what[MESSAGE]),
        content_type=what[CONTENT_TYPE],
        grade=Grade.NAME_AND_VOLUME,
    )


def _is_blocked(status: bytes, message: bytes) -> bool:
    """Say whether the filter refused: it then writes 403, as it does where the network failed."""
    return b"*DENIED" in message or (status == b"403" and b"*NETERROR*" not in message)


def _find_url(fields: list[bytes]) -> int | None:
    """Return the place of the URL: the sixth field, or the fifth where the client has one field only."""
    for place in (5, 4):
        if len(fields) > place and b"://" in fields[place]:
            return place
    return None


def _fits(line: bytes) -> bool:
    """Say whether a line has the fields, separated by tabs."""
    fields = line.split(b"\t")
    url = _find_url(fields)
    if url is None or len(fields) <= url + MESSAGE or parse_epoch(fields[0]) is None:
        return False
    return fields[url + STATUS].isdigit() and fields[url + OCTETS].isdigit()


FORMAT: LogFormat = E2guardianProtex()
