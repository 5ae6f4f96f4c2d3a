"""What do the fields that all of Squid's line formats begin with say?"""

from __future__ import annotations

from typing import NamedTuple

from staffroom.readers.logs.contents import NO_NUMBER, TOO_FEW_FIELDS, read_number, read_octets
from staffroom.readers.logs.entries import make_request
from staffroom.readers.logs.times import parse_epoch
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

OUT_OF_ORDER = "its fields are not in the order of the format"

_NO_REQUESTS = (b"NONE", b"TAG_NONE", b"UDP_")


class SquidHead(NamedTuple):
    """The first seven fields of a line as they stand, the fourth in its two parts, and all that follows."""

    stamp: bytes
    elapsed: bytes
    client: bytes
    code: bytes
    status: bytes
    octets: bytes
    method: bytes
    target: bytes
    rest: bytes


def split_head(line: bytes) -> SquidHead | Unreadable:
    """Split `%ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru` and the rest, which is left whole.

    Squid pads `elapsed` with spaces. Only the rest can hold a space of its own: a user name may.
    """
    fields = line.split(None, 7)
    if len(fields) < 8:
        return Unreadable(TOO_FEW_FIELDS)
    code, _, status = fields[3].partition(b"/")
    stamp, elapsed, client, _, octets, method, target, rest = fields
    return SquidHead(stamp, elapsed, client, code, status, octets, method, target, rest)


def split_tail(rest: bytes) -> tuple[bytes, bytes, bytes] | Unreadable:
    """Split `%[un %Sh/%<a %mt` from its end, so that the user name may hold spaces."""
    fields = rest.rsplit(None, 2)
    if len(fields) < 3:
        return Unreadable(TOO_FEW_FIELDS)
    if b"/" not in fields[1]:
        return Unreadable(OUT_OF_ORDER)
    return fields[0], fields[1], fields[2]


def is_no_request(code: bytes, status: bytes) -> bool:
    """Say whether a line with this result is Squid's own bookkeeping, and no request of a service.

    Status 407 asks the browser who its user is; the browser then asks again, on a line of its own.
    NONE and TAG_NONE stand for what Squid answered or opened itself (a malformed request, the CONNECT that
    precedes a decrypted one): whatever then reached the service has its own line. With 403 they are a
    refusal, and count as one. UDP_ codes are caches asking each other (ICP).
    """
    if status == b"407":
        return True
    return code.startswith(_NO_REQUESTS) and status != b"403"


def is_refused(code: bytes) -> bool:
    """Say whether Squid refused a request (one that `is_no_request` let through), whoever the user was.

    A 403 without DENIED is the site's own answer, unless Squid gave it itself (NONE, TAG_NONE).
    """
    return b"DENIED" in code or code.startswith(_NO_REQUESTS)


def make_squid_request(
    listing: Listing,
    head: SquidHead,
    user: bytes,
    content_type: bytes,
    *,
    referrer: bytes | None = None,
    client: bytes = b"",
) -> Request | Unreadable:
    """Make a request of a line about a listed host.

    The time of the line is the time at which the request ENDED. A tunnel (CONNECT) has no page, so no
    Referer of its own. `client` replaces the client of the line.
    """
    elapsed, octets = read_number(head.elapsed), read_octets(head.octets)
    if elapsed is None or (octets is None and head.octets != b"-"):
        return Unreadable(NO_NUMBER)
    return make_request(
        listing,
        ended_at=parse_epoch(head.stamp),
        elapsed=elapsed,
        client=client or head.client,
        user=user,
        octets=octets,
        blocked=is_refused(head.code),
        grade=None if referrer is not None else Grade.NAME_AND_VOLUME,
        referrer=referrer,
        content_type=content_type,
    )
