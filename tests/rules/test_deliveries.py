"""When is something tried again, and when is it given up?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from staffroom.rules.deliveries import PATIENCE, PAUSES, is_given_up, pause_after

WRITTEN = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
spans = st.timedeltas(timedelta(), timedelta(days=4000))


def test_the_first_pause_is_short_and_the_longest_is_six_hours():
    assert pause_after(1) == timedelta(minutes=1)
    assert pause_after(1000) == timedelta(hours=6)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_pauses_never_shrink(one, other):
    fewer, more = sorted((one, other))
    assert PAUSES[0] <= pause_after(fewer) <= pause_after(more) <= PAUSES[-1]


@given(spans)
def test_mail_through_the_schools_own_server_is_never_given_up(age):
    assert not is_given_up(is_school_mail=True, written_at=WRITTEN, at=WRITTEN + age)


@given(spans)
def test_another_address_is_given_up_after_three_days(age):
    given_up = is_given_up(is_school_mail=False, written_at=WRITTEN, at=WRITTEN + age)
    assert given_up is (age >= PATIENCE)
