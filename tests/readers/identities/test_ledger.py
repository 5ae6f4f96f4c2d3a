"""Does the ledger turn entries that open, repeat and close into claims?"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from readers.identities.made_identities import LAPTOP, PHONE, utc
from staffroom.readers.identities.ledger import Ledger
from staffroom.records.people import Claim

HOUR = timedelta(hours=1)
START = utc("07 08:00")


def claim(machine: str = LAPTOP, hours: float = 0) -> Claim:
    return Claim("10.0.0.5", START + hours * HOUR, None, "made", machine=machine)


def spans_of(ledger: Ledger) -> list[tuple[float, float, str]]:
    """Return start and end in hours, and the machine."""
    return [
        ((one.since - START) / HOUR, (one.until - START) / HOUR, one.machine)
        for one in ledger.claims()
        if one.until
    ]


def test_what_is_closed_ends_there() -> None:
    ledger = Ledger(10 * HOUR)
    ledger.confirm("a", claim(), START)

    assert ledger.is_open("a")
    assert ledger.close("a", START + 2 * HOUR) == claim()
    assert not ledger.is_open("a")
    assert spans_of(ledger) == [(0, 2, LAPTOP)]


def test_what_is_never_closed_ends_when_its_time_is_up() -> None:
    ledger = Ledger(10 * HOUR)
    ledger.confirm("a", claim(), START)
    ledger.confirm("a", claim(hours=3), START + 3 * HOUR)

    assert ledger.open_keys() == ("a",)
    assert spans_of(ledger) == [(0, 13, LAPTOP)]


def test_a_gap_longer_than_the_time_is_a_gap() -> None:
    ledger = Ledger(2 * HOUR)
    ledger.confirm("a", claim(), START)
    ledger.confirm("a", claim(hours=5), START + 5 * HOUR)

    assert spans_of(ledger) == [(0, 2, LAPTOP), (5, 7, LAPTOP)]


def test_another_claim_of_the_same_key_ends_the_one_before() -> None:
    ledger = Ledger(10 * HOUR)
    ledger.confirm("a", claim(), START)
    ledger.confirm("a", claim(PHONE, hours=1), START + HOUR)

    assert spans_of(ledger) == [(0, 1, LAPTOP), (1, 11, PHONE)]


def test_closing_what_is_not_open_does_nothing_and_no_claim_ends_before_it_began() -> None:
    ledger = Ledger(10 * HOUR)
    ledger.confirm("a", claim(), START)

    assert ledger.close("b", START) is None
    ledger.close("a", START - HOUR)
    assert spans_of(ledger) == []


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.integers(0, 40), st.sampled_from([LAPTOP, PHONE, ""])),
        max_size=15,
    )
)
def test_claims_of_one_key_are_bounded_ordered_and_do_not_overlap(
    entries: list[tuple[str, int, str]],
) -> None:
    ledger = Ledger(5 * HOUR)
    for key, hours, machine in sorted(entries, key=lambda entry: entry[1]):
        if machine:
            one = Claim(key, START + hours * HOUR, None, "made", machine=machine)
            ledger.confirm(key, one, START + hours * HOUR)
        else:
            ledger.close(key, START + hours * HOUR)
    found = list(ledger.claims())

    for key in "ab":
        mine = [one for one in found if one.address == key]
        assert all(one.until and one.since < one.until for one in mine)
        assert all(one.until and one.until <= two.since for one, two in pairwise(mine))
