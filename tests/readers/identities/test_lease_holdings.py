"""Does a later record of an address correct the one before?"""

from __future__ import annotations

from datetime import datetime

from readers.identities.made_identities import LAPTOP, PHONE, utc
from staffroom.readers.identities.holdings import Holdings


def spans_of(holdings: Holdings) -> list[tuple[str, datetime, datetime | None]]:
    return [(claim.machine, claim.since, claim.until) for claim in holdings.claims()]


def test_the_same_machine_prolongs_or_shortens_what_it_holds() -> None:
    holdings = Holdings("made")
    holdings.enter("10.0.0.5", LAPTOP, utc("07 08:00"), utc("07 10:00"))
    holdings.enter("10.0.0.5", LAPTOP, utc("07 10:00"), utc("07 12:00"))
    holdings.enter("10.0.0.5", LAPTOP, utc("07 10:00"), utc("07 11:00"))

    assert spans_of(holdings) == [(LAPTOP, utc("07 08:00"), utc("07 11:00"))]


def test_another_machine_or_nobody_ends_it() -> None:
    holdings = Holdings("made")
    holdings.enter("10.0.0.5", LAPTOP, utc("07 08:00"), None)
    holdings.enter("10.0.0.5", PHONE, utc("07 09:00"), None)
    holdings.enter("10.0.0.5", "", utc("07 10:00"), None)

    assert spans_of(holdings) == [
        (LAPTOP, utc("07 08:00"), utc("07 09:00")),
        (PHONE, utc("07 09:00"), utc("07 10:00")),
    ]


def test_a_record_out_of_order_is_kept_beside_the_other_and_cuts_nothing() -> None:
    holdings = Holdings("made")
    holdings.enter("10.0.0.5", LAPTOP, utc("07 09:00"), utc("07 12:00"))
    holdings.enter("10.0.0.5", PHONE, utc("07 08:00"), utc("07 10:00"))

    assert spans_of(holdings) == [
        (LAPTOP, utc("07 09:00"), utc("07 12:00")),
        (PHONE, utc("07 08:00"), utc("07 10:00")),
    ]


def test_a_machine_that_gives_its_address_back_ends_only_what_it_held_then() -> None:
    holdings = Holdings("made")
    holdings.enter("10.0.0.5", LAPTOP, utc("07 08:00"), utc("07 12:00"))
    holdings.end(PHONE, utc("07 09:00"))
    holdings.end(LAPTOP, utc("07 13:00"))
    holdings.end(LAPTOP, utc("07 10:00"))

    assert spans_of(holdings) == [(LAPTOP, utc("07 08:00"), utc("07 10:00"))]
