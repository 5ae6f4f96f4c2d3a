"""A single number is shown rounded, or hidden."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.records.week import Count, Minutes
from staffroom.rules.disclosure import disclose, join_minutes, minutes

numbers = st.integers(min_value=0, max_value=10**7)
cohorts = st.integers(min_value=1, max_value=30)


@pytest.mark.clause("CON-1", "CON-2")
@pytest.mark.parametrize(
    ("number", "people", "shown"),
    [
        (0, 0, 0),
        (1, 1, None),
        (4, 4, None),
        (5, 5, 5),
        (7, 7, 5),
        (8, 7, 10),
        (12, 6, 10),
        (13, 6, 15),
        (400, 4, None),
        (400, 5, 400),
        (4, 60, None),
    ],
)
def test_a_number_is_zero_or_hidden_or_rounded_to_the_nearest_five(number, people, shown):
    assert disclose(number, people=people, smallest_cohort=5) == Count(shown)


def test_a_school_may_ask_for_a_larger_group():
    assert disclose(40, people=9, smallest_cohort=10) == Count(None)
    assert disclose(40, people=10, smallest_cohort=10) == Count(40)


def test_a_smaller_cohort_does_not_show_numbers_below_five():
    assert disclose(4, people=4, smallest_cohort=2) == Count(None)


@given(number=numbers, people=numbers, cohort=cohorts)
def test_what_is_shown_is_a_multiple_of_five_within_two_of_the_truth(number, people, cohort):
    shown = disclose(number, people=people, smallest_cohort=cohort).value
    if shown is not None:
        assert shown % 5 == 0
        assert abs(shown - number) <= 2
        assert (shown == 0) == (number == 0)


@pytest.mark.clause("CON-1", "CON-2")
@given(number=st.integers(min_value=1, max_value=10**7), people=st.integers(0, 29), cohort=cohorts)
def test_nothing_is_shown_of_fewer_people_than_the_smallest_cohort(number, people, cohort):
    if people < cohort:
        assert disclose(number, people=people, smallest_cohort=cohort) == Count(None)


@pytest.mark.clause("CON-1", "CON-2")
def test_minutes_of_few_people_are_hidden_at_both_ends():
    assert minutes(30, 90, people=4, smallest_cohort=5) == Minutes(None, None)


def test_minutes_are_rounded_at_both_ends():
    assert minutes(31, 93, people=5, smallest_cohort=5) == Minutes(30, 95)


def test_no_minutes_are_no_minutes():
    assert minutes(0, 0, people=0, smallest_cohort=5) == Minutes(0, 0)


def test_minutes_with_one_end_below_five_are_hidden():
    assert minutes(3, 40, people=20, smallest_cohort=5) == Minutes(None, None)


def test_one_hidden_end_hides_the_other():
    assert join_minutes(Count(5), Count(None)) == Minutes(None, None)
    assert join_minutes(Count(None), Count(5)) == Minutes(None, None)
    assert join_minutes(Count(0), Count(5)) == Minutes(0, 5)


@given(least=st.integers(0, 5000), more=st.integers(0, 5000), people=st.integers(0, 30))
def test_the_ends_of_a_span_stay_in_order(least, more, people):
    shown = minutes(least, least + more, people=people, smallest_cohort=5)
    if shown.least is not None and shown.most is not None:
        assert shown.least <= shown.most
