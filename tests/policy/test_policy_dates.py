"""Are the dates of a front page read as a school writes them?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staffroom.policy.dates import Written, read_date

WRITTEN = (
    ("February 2018", Written(2018, 2)),
    ("Feb 2018", Written(2018, 2)),
    ("Sept. 2024", Written(2024, 9)),
    ("MARCH 2020", Written(2020, 3)),
    ("3 September 2024", Written(2024, 9, 3)),
    ("3rd of September 2024", Written(2024, 9, 3)),
    ("Tuesday 3 September 2024", Written(2024, 9, 3)),
    ("03/09/2024", Written(2024, 9, 3)),
    ("3.9.2024", Written(2024, 9, 3)),
    ("09/2024", Written(2024, 9)),
    ("2024-09-03", Written(2024, 9, 3)),
    ("2024-09", Written(2024, 9)),
    ("2024", Written(2024)),
    ("  February\t2018 ", Written(2018, 2)),
)
NO_DATES = (
    "",
    "annually",
    "31 February 2020",
    "13/2020",
    "Smarch 2018",
    "32/01/2020",
    "Spring 2021",
    "00/2020",
)


@pytest.mark.parametrize(("text", "written"), WRITTEN)
def test_a_date_is_read(text: str, written: Written):
    assert read_date(text) == written


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_none(text: str):
    assert read_date(text) is None


@given(some.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_from_every_way_of_writing_it(day: date):
    expected = Written(day.year, day.month, day.day)
    for text in (day.isoformat(), f"{day:%d/%m/%Y}", expected.words, f"{day:%A} {expected.words}"):
        assert read_date(text) == expected


@given(some.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str):
    written = read_date(text)
    assert written is None or written.last_day.year == written.year


def test_a_month_ends_on_its_last_day():
    assert Written(2020, 2).last_day == date(2020, 2, 29)
    assert Written(2021, 2).last_day == date(2021, 2, 28)
    assert Written(2021).last_day == date(2021, 12, 31)
    assert Written(2021, 2, 3).last_day == date(2021, 2, 3)


def test_a_date_is_written_as_precisely_as_it_was():
    assert [Written(2021).iso, Written(2021, 2).iso, Written(2021, 2, 3).iso] == [
        "2021",
        "2021-02",
        "2021-02-03",
    ]
    assert Written(2021, 2, 3).words == "3 February 2021"
    assert Written(2021).words == "2021"
