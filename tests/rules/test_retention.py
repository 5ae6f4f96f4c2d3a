"""Which days of visits have been kept long enough?"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.rules.retention import expired

TODAY = date(2026, 12, 1)


@pytest.mark.clause("CON-1")
def test_a_day_is_kept_for_as_many_days_as_set_and_no_longer():
    last_kept = TODAY - timedelta(days=90)
    assert expired([last_kept], today=TODAY, keep_days=90) == ()
    assert expired([last_kept - timedelta(days=1)], today=TODAY, keep_days=90) == (date(2026, 9, 1),)


def test_expired_days_come_once_and_the_oldest_first():
    old = [date(2026, 1, 3), date(2026, 1, 1), date(2026, 1, 3)]
    assert expired(old, today=TODAY, keep_days=1) == (date(2026, 1, 1), date(2026, 1, 3))


def test_keeping_for_no_days_leaves_today():
    assert expired([TODAY, TODAY - timedelta(days=1)], today=TODAY, keep_days=0) == (date(2026, 11, 30),)


def test_days_to_come_are_never_expired():
    assert expired([TODAY + timedelta(days=1), date.max], today=TODAY, keep_days=0) == ()


def test_a_negative_number_of_days_is_refused():
    with pytest.raises(ValueError, match="fewer than no days"):
        expired([], today=TODAY, keep_days=-1)


@settings(deadline=None)
@given(st.lists(st.dates()), st.dates(), st.integers(0, 4000))
def test_every_day_is_either_kept_or_expired(days, today, keep_days):
    gone = set(expired(days, today=today, keep_days=keep_days))
    for day in days:
        assert (day in gone) == (today - day > timedelta(days=keep_days))
