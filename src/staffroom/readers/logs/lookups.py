"""How does a line of a name server's log become a request?"""

from __future__ import annotations

from staffroom.readers.logs.clients import NO_CLIENT, read_address
from staffroom.readers.logs.times import NONSENSE
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing

CUT_OFF = "the line is cut off"


def make_lookup(
    at: int | None, client: bytes, listing: Listing, *, blocked: bool = False
) -> Request | Unreadable:
    """Make the request of a lookup at `at` (milliseconds in UTC, None where it cannot be read).

    Looking a name up takes no time that counts, and a name server knows no users, no volume, no
    page: `began_at` is `ended_at`, `octets` is None, and the grade is the lowest that names a host.
    """
    if at is None:
        return Unreadable(NONSENSE)
    address = read_address(client)
    if address is None:
        return Unreadable(NO_CLIENT)
    return Request(
        began_at=at,
        ended_at=at,
        client=address,
        user="",
        listing=listing,
        octets=None,
        blocked=blocked,
        grade=Grade.NAME_LOOKED_UP,
    )
