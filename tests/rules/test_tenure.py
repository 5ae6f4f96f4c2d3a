"""May a standing or a post begin and end when somebody says so?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.rules.tenure import may_begin, may_end, may_let_go

JANUARY, MARCH, MAY = date(2026, 1, 1), date(2026, 3, 1), date(2026, 5, 1)
DAYS = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 1, 1)))


@pytest.mark.clause("ABT-2")
@pytest.mark.parametrize(
    ("held", "since", "allowed"),
    [
        ([], None, True), ([(None, None)], MARCH, False), ([(JANUARY, MARCH)], MAY, True),
        ([(JANUARY, MARCH)], MARCH, False), ([(MAY, None)], MARCH, False), ([(JANUARY, MARCH)], None, False),
    ],
)  # fmt: skip
def test_the_same_is_not_held_twice_at_once(held, since, allowed):
    assert may_begin(held, since).allowed is allowed


@pytest.mark.parametrize(
    ("since", "last_day", "allowed"), [(None, MARCH, True), (MARCH, MARCH, True), (MAY, MARCH, False)]
)
def test_nothing_ends_before_it_begins(since, last_day, allowed):
    assert may_end(since, last_day).allowed is allowed


@pytest.mark.parametrize(("others", "allowed"), [(0, False), (1, True)])
def test_somebody_keeps_people_always(others, allowed):
    assert may_let_go(others).allowed is allowed


@given(held=st.lists(st.tuples(DAYS, DAYS), max_size=4), since=DAYS)
def test_what_may_begin_overlaps_nothing(held, since):
    if may_begin(held, since).allowed:
        assert all(last is not None and (since or date.min) > last for _, last in held)
