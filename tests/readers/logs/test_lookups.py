"""Does a lookup claim no more than a name server knows?"""

from __future__ import annotations

from staffroom.readers.logs.lookups import make_lookup
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing, Role

LISTED = Listing("chatty", Role.INTERACTIVE, "chatty.example", 0)


def test_a_lookup_is_a_moment_a_machine_and_a_name() -> None:
    assert make_lookup(1_788_768_062_000, b"10.0.0.5", LISTED, blocked=True) == Request(
        began_at=1_788_768_062_000,
        ended_at=1_788_768_062_000,
        client="10.0.0.5",
        user="",
        listing=LISTED,
        octets=None,
        blocked=True,
        grade=Grade.NAME_LOOKED_UP,
    )


def test_without_a_time_or_a_machine_it_is_unreadable() -> None:
    assert make_lookup(None, b"10.0.0.5", LISTED) == Unreadable("its time makes no sense")
    assert make_lookup(1_788_768_062_000, b"router", LISTED) == Unreadable(
        "the address of the machine cannot be read"
    )
