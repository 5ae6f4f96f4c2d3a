"""Is the made school's story in order, on whatever day it is told?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from staffroom.demonstration.office.moments import Moments
from staffroom.demonstration.recent_week import KEEP_DAYS, PUBLISHED_AFTER, recent_week
from staffroom.demonstration.terms import next_term, term_events
from staffroom.records.calendar import Nation
from staffroom.rules.academic_year import academic_year
from staffroom.traffic.bank_holidays import bank_holidays_of

DAYS = st.dates(date(2026, 1, 1), date(2060, 12, 31))


@given(DAYS)
def test_the_week_is_over_and_published_and_not_deleted_yet(today):
    week = recent_week(today)
    assert week.weekday() == 0
    assert week + PUBLISHED_AFTER <= today < week + timedelta(days=KEEP_DAYS - 30)


def test_the_week_has_no_bank_holiday_in_it(tmp_path):
    holidays = bank_holidays_of(tmp_path, Nation.ENGLAND, range(2026, 2061))
    weeks = {recent_week(date(2026, 6, 1) + timedelta(days=day)) for day in range(0, 34 * 365, 7)}
    assert len(weeks) > 90
    assert all(holidays.isdisjoint(week + timedelta(days=number) for number in range(7)) for week in weeks)


@given(DAYS)
def test_a_later_day_never_shows_an_earlier_week(today):
    assert recent_week(today) <= recent_week(today + timedelta(days=1))


@given(DAYS)
def test_there_is_a_term_today_or_one_to_come(today):
    week = recent_week(today)
    term, following = term_events(week)[0], next_term(week)
    assert term.last < following.first <= following.last
    assert today <= following.last


@given(DAYS, st.times())
def test_the_policy_came_into_force_this_academic_year_and_not_tomorrow(today, clock):
    moments = Moments(recent_week(today), datetime.combine(today, clock, UTC))
    assert academic_year(moments.policy_day) == academic_year(today)
    assert moments.policy_day <= today
    assert moments.began < moments.after_week(-20)


@given(DAYS, st.times(), st.integers(-20, 20))
def test_no_moment_is_later_than_now(today, clock, days):
    now = datetime.combine(today, clock, UTC)
    moments = Moments(recent_week(today), now)
    assert max(moments.ago(0, 23), moments.after_week(days), moments.before_policy(0, 10)) <= now


def test_the_same_week_is_shown_for_a_whole_term():
    shown = {recent_week(date(2026, 10, 10) + timedelta(days=day)) for day in range(90)}
    assert shown == {date(2026, 9, 14)}
    assert Moments(date(2026, 9, 14), datetime(2026, 11, 25, tzinfo=UTC)).after_week(0).time() == time(9)
