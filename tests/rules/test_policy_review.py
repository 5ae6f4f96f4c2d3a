"""Is a review judged overdue from the day after, and is its owner told each week?"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from staffroom.rules.review import SOON_DAYS, Standing, judge_review, notice_key

days = some.dates(date(2020, 1, 1), date(2035, 12, 31))
FEBRUARY_2021 = date(2021, 2, 28)


def test_the_published_policy_is_overdue_from_march_2021_on():
    assert not judge_review(FEBRUARY_2021, date(2021, 2, 28)).is_overdue
    assert judge_review(FEBRUARY_2021, date(2021, 3, 1)).is_overdue


def test_no_date_is_said_and_not_taken_for_kept():
    assert judge_review(None, date(2026, 9, 1)).standing is Standing.NONE
    assert notice_key(None, date(2026, 9, 1)) == "2026-w36"


@given(days, days)
def test_days_count_down_to_the_review_and_on(last_day, today):
    review = judge_review(last_day, today)
    assert review.days == (last_day - today).days
    assert review.is_overdue == (today > last_day)


@given(days, some.integers(1, 400))
def test_an_overdue_review_has_one_key_for_each_week(last_day, late):
    today = last_day + timedelta(days=late)
    monday = today - timedelta(days=today.weekday())
    keys = {
        notice_key(last_day, monday + timedelta(days=n))
        for n in range(7)
        if monday + timedelta(days=n) > last_day
    }
    assert len(keys) == 1
    assert notice_key(last_day, today + timedelta(days=7)) not in keys


@given(days, some.integers(0, 1000))
def test_a_review_to_come_is_told_of_once_within_a_term(last_day, left):
    key = notice_key(last_day, last_day - timedelta(days=left))
    assert key == ("soon" if left <= SOON_DAYS else "")
