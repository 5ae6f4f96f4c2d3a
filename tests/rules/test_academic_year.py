"""Does the academic year begin on 1 September?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staffroom.rules.academic_year import academic_year, first_day, year_words


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 8, 31), 2025),
        (date(2026, 9, 1), 2026),
        (date(2027, 1, 1), 2026),
        (date(2028, 2, 29), 2027),
    ],
)
def test_the_year_turns_on_the_first_of_september(day, year):
    assert academic_year(day) == year


@given(some.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_the_year_that_is_named_for_it(day):
    year = academic_year(day)
    assert first_day(year) <= day < first_day(year + 1)
    assert academic_year(first_day(year) - timedelta(days=1)) == year - 1


def test_a_year_is_written_as_schools_write_it():
    assert [year_words(2026), year_words(2099)] == ["2026/27", "2099/00"]
