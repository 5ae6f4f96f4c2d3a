"""Is the school open on a day, and to which term does the day belong?"""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.records.calendar import (
    Calendar,
    Closure,
    Nation,
    Term,
    TimeRange,
    TrainingDay,
    WorkingDay,
    WorkingPattern,
)
from staffroom.rules.terms import bank_holidays, is_open, notices, period, term_of

AUTUMN = Term("Autumn", date(2026, 9, 2), date(2026, 12, 18))
SPRING = Term("Spring", date(2027, 1, 4), date(2027, 3, 25))
HALF_TERM = Closure("Half term", date(2026, 10, 26), date(2026, 10, 30))
INSET = TrainingDay("Safeguarding", date(2026, 9, 1))
YEAR = Calendar(terms=(AUTUMN, SPRING), closures=(HALF_TERM,), training_days=(INSET,))


def test_the_first_and_the_last_day_are_in_the_term():
    assert term_of(YEAR, AUTUMN.first) is AUTUMN
    assert term_of(YEAR, AUTUMN.last) is AUTUMN
    assert term_of(YEAR, AUTUMN.last + timedelta(days=1)) is None


def test_of_overlapping_terms_the_one_that_began_last_counts():
    late = Term("Second", date(2026, 11, 2), date(2026, 12, 18))
    assert term_of(Calendar(terms=(late, AUTUMN)), date(2026, 11, 3)) is late


@pytest.mark.clause("CON-1")
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 9, 2), "autumn-2026"),
        (date(2026, 10, 28), "autumn-2026"),  # half term
        (date(2027, 1, 3), "autumn-2026"),  # the holiday goes with the term before it
        (date(2027, 1, 4), "spring-2027"),
        (date(2027, 6, 1), "spring-2027"),
        (date(2027, 9, 1), "2027-28"),  # no term was entered: the key must change all the same
        (date(2026, 9, 1), "2026-27"),  # before the first term that is known
        (date(2026, 8, 31), "2025-26"),
    ],
)
def test_a_day_belongs_to_the_period_of_the_last_term_that_began(day, expected):
    assert period(YEAR, day) == expected


def test_without_terms_the_period_is_the_academic_year():
    assert period(Calendar(), date(2026, 8, 31)) == "2025-26"
    assert period(Calendar(), date(2026, 9, 1)) == "2026-27"
    assert period(Calendar(), date(1999, 12, 31)) == "1999-00"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Autumn Term 2026", "autumn-term-2026"),
        ("Tymor yr Hydref", "tymor-yr-hydref-2026"),
        ("Trinité / 1", "trinite-1-2026"),
        ("../../etc", "etc-2026"),
        ("秋", "term-2026"),
    ],
)
def test_the_slug_of_a_term_is_plain_and_has_its_year_once(name, expected):
    assert period(Calendar(terms=(Term(name, AUTUMN.first, AUTUMN.last),)), AUTUMN.first) == expected


@settings(deadline=None)
@given(st.text(max_size=300), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_period_is_always_fit_for_a_file_name(name, day):
    found = period(Calendar(terms=(Term(name, day, day),)), day)
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(found) <= 46


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 9, 7), True),
        (date(2026, 9, 12), False),  # Saturday
        (date(2026, 10, 26), False),  # half term
        (date(2026, 10, 31), False),
        (date(2026, 12, 21), False),  # Christmas holiday
        (date(2026, 9, 1), True),  # INSET, the day before term
        (date(2026, 8, 31), False),
    ],
)
def test_the_school_is_open_on_weekdays_in_term_and_on_training_days(day, expected):
    assert is_open(YEAR, day, ()) is expected


def test_the_school_is_closed_on_a_bank_holiday_in_term():
    assert not is_open(YEAR, date(2026, 9, 7), {date(2026, 9, 7)})


def test_a_training_day_in_a_closure_is_open():
    school = Calendar(closures=(HALF_TERM,), training_days=(TrainingDay("INSET", HALF_TERM.first),))
    assert is_open(school, HALF_TERM.first, ())
    assert not is_open(school, HALF_TERM.last, ())


def test_the_schools_own_pattern_says_which_weekdays_it_works():
    pattern = WorkingPattern("", {0: WorkingDay((TimeRange(time(8), time(16)),)), 1: WorkingDay()})
    school = Calendar(patterns=(pattern,))
    assert is_open(school, date(2026, 9, 7), ())
    assert not is_open(school, date(2026, 9, 8), ())  # entered, without hours
    assert not is_open(school, date(2026, 9, 9), ())  # not entered


def test_before_any_term_is_set_every_weekday_counts_and_a_notice_says_so():
    assert is_open(Calendar(), date(2026, 8, 3), ())
    assert any("No term dates are set" in notice for notice in notices(Calendar(), date(2026, 8, 3)))


def test_a_notice_says_that_the_terms_have_run_out():
    assert not any("term" in notice for notice in notices(YEAR, SPRING.last))
    found = [notice for notice in notices(YEAR, SPRING.last + timedelta(days=1)) if "last term" in notice]
    assert len(found) == 1
    assert "25 March 2027" in found[0]


def test_a_notice_says_that_the_school_has_no_working_hours_of_its_own():
    assert any("working hours are not set" in notice for notice in notices(YEAR, AUTUMN.first))
    with_hours = Calendar(terms=(AUTUMN,), patterns=(WorkingPattern(""),))
    assert notices(with_hours, AUTUMN.first) == ()


@pytest.mark.parametrize(
    ("nation", "day", "expected"),
    [
        (Nation.SCOTLAND, date(2026, 1, 2), True),
        (Nation.ENGLAND, date(2026, 1, 2), False),
        (Nation.NORTHERN_IRELAND, date(2026, 3, 17), True),
        (Nation.WALES, date(2026, 3, 17), False),
        (Nation.NORTHERN_IRELAND, date(2026, 7, 13), True),  # the 12th is a Sunday
        (Nation.ENGLAND, date(2026, 4, 6), True),  # Easter Monday
        (Nation.WALES, date(2026, 4, 6), True),
        (Nation.SCOTLAND, date(2026, 4, 6), False),
        (Nation.SCOTLAND, date(2026, 8, 3), True),
        (Nation.ENGLAND, date(2026, 8, 3), False),
        (Nation.ENGLAND, date(2026, 8, 31), True),
        (Nation.WALES, date(2026, 12, 28), True),  # Boxing Day is a Saturday
        (Nation.SCOTLAND, date(2026, 11, 30), True),
    ],
)
def test_each_nation_keeps_its_own_bank_holidays(nation, day, expected):
    assert (day in bank_holidays(nation, [2026])) is expected


def test_bank_holidays_are_those_of_the_years_asked_for():
    found = bank_holidays(Nation.ENGLAND, [2026, 2027])
    assert {date(2026, 12, 25), date(2027, 12, 27)} <= found
    assert {day.year for day in found} == {2026, 2027}
