"""Which terms, closures and training days does school.toml set?"""

import tomllib
from datetime import date

import pytest

from staffroom.readers.rosters.problems import Complaints
from staffroom.readers.rosters.term_dates import Dates, complain_of_overlaps, read_dates
from staffroom.records.calendar import Closure, Term, TrainingDay


def read(text):
    complaints = Complaints("school.toml")
    return read_dates(tomllib.loads(text), complaints), complaints.problems()


def test_terms_closures_and_training_days_are_read():
    dates, problems = read(
        """
        [[term]]
        name = "Autumn"
        first = 2026-09-02
        last = "18/12/2026"
        [[closure]]
        name = "Half term"
        first = 2026-10-26
        last = 2026-10-30
        [[training_day]]
        day = "2026-09-01"
        """
    )
    assert problems == ()
    assert dates == Dates(
        (Term("Autumn", date(2026, 9, 2), date(2026, 12, 18)),),
        (Closure("Half term", date(2026, 10, 26), date(2026, 10, 30)),),
        (TrainingDay("Training day", date(2026, 9, 1)),),
    )


@pytest.mark.parametrize(
    "text",
    [
        "[[term]]\nfirst = 2026-09-02",
        "[[term]]\nfirst = 2026-09-02\nlast = 2026-09-01",
        "[[term]]\nfirst = 2026-09-02\nlast = 2036-09-01",
        "[[closure]]\nfirst = 1\nlast = 2",
        "[[closure]]\nfirst = 0001-01-01\nlast = 0001-01-02",
        "[[training_day]]\nname = 'INSET'",
        "[[training_day]]\nday = 2026-09-01T09:00:00",
        "term = 'autumn'",
    ],
)
def test_an_entry_without_good_dates_is_left_out_and_said(text):
    dates, problems = read(text)
    assert dates == Dates()
    assert len(problems) == 1


def test_joined_dates_are_in_order_and_each_is_there_once():
    autumn, spring = (
        Term(name, date(2026, month, 1), date(2026, month, 9)) for name, month in (("a", 9), ("s", 1))
    )
    assert Dates((autumn,)).join(Dates((spring, autumn))).terms == (spring, autumn)


def test_overlapping_terms_are_complained_of_and_neighbours_are_not():
    def problems(first_day_of_second):
        complaints = Complaints("school.toml")
        first = Term("a", date(2026, 9, 1), date(2026, 9, 10))
        complain_of_overlaps((first, Term("b", first_day_of_second, date(2026, 9, 20))), complaints)
        return complaints.problems()

    assert len(problems(date(2026, 9, 10))) == 1
    assert problems(date(2026, 9, 11)) == ()
