"""Which weekly hours and breaks does school.toml set?"""

import tomllib
from datetime import date, time

import pytest

from staffroom.readers.rosters.problems import Complaints
from staffroom.readers.rosters.working_hours import read_patterns
from staffroom.records.calendar import TimeRange, WorkingDay


def read(text):
    complaints = Complaints("school.toml")
    return read_patterns(tomllib.loads(text), complaints), complaints.problems()


def clock(text):
    start, end = text.split("-")
    return TimeRange(time.fromisoformat(start), time.fromisoformat(end))


def the_monday(hours):
    (pattern,), problems = read(f"[[pattern]]\n[pattern.days]\nmonday = {hours}")
    return pattern.days.get(0, WorkingDay()), problems


def test_a_pattern_has_a_name_a_first_day_and_days():
    (pattern,), problems = read(
        """
        [[pattern]]
        name = "mornings"
        since = 2027-01-04
        [pattern.days]
        monday = { hours = ["08:30-12:15", "13:15-15:45"], breaks = ["10:40-11:00"] }
        Sunday = ["9:00 – 10:00"]
        """
    )
    assert problems == ()
    assert (pattern.name, pattern.since) == ("mornings", date(2027, 1, 4))
    assert pattern.days == {
        0: WorkingDay((clock("08:30-12:15"), clock("13:15-15:45")), (clock("10:40-11:00"),)),
        6: WorkingDay((clock("09:00-10:00"),)),
    }


def test_a_pattern_without_a_name_is_the_schools_own():
    (pattern,), _ = read("[[pattern]]")
    assert (pattern.name, pattern.since, pattern.days) == ("", None, {})


def test_weekdays_are_monday_to_friday_unless_a_day_says_otherwise():
    (pattern,), problems = read(
        '[[pattern]]\n[pattern.days]\nweekdays = "08:00-16:00"\nfriday = ["08:00-12:00"]\nwednesday = []'
    )
    assert problems == ()
    assert sorted(pattern.days) == [0, 1, 3, 4]
    assert pattern.days[4] == WorkingDay((clock("08:00-12:00"),))


def test_ranges_are_put_in_order():
    day, _ = the_monday('["13:00-15:00", "08:00-12:00"]')
    assert day.ranges == (clock("08:00-12:00"), clock("13:00-15:00"))


def test_a_range_may_end_at_the_end_of_the_day():
    day, problems = the_monday('["20:00-24:00"]')
    assert problems == ()
    assert day.ranges == (TimeRange(time(20), time()),)


@pytest.mark.parametrize(
    "hours",
    [
        '["8.30-12.15"]',
        '["12:15-08:30"]',
        '["22:00-06:00"]',
        '["09:00-09:00"]',
        '["08:30-25:00"]',
        '["08:61-09:00"]',
        '["24:00-24:00"]',
        '["08:00-12:00", "11:00-13:00"]',
        '["20:00-24:00", "23:00-23:30"]',
        "8",
        "[8]",
        "true",
        "{ hours = 8 }",
        '{ from = "08:00" }',
        str(["08:00-09:00"] * 21),
    ],
)
def test_hours_that_cannot_be_read_are_not_worked_and_that_is_said(hours):
    day, problems = the_monday(hours)
    assert day == WorkingDay()
    (problem,) = problems
    assert problem.reason.startswith("[[pattern]] number 1, monday: ")
    assert problem.reason.endswith("The day counts as not worked.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[pattern]]\nsince = "soon"', "since is not a date"),
        ("[[pattern]]\nsince = 2026-09-01T08:00:00", "since is not a date"),
        ("[[pattern]]\nhours = 8", "Known are: name, since"),
        ("[[pattern]]\ndays = 8", "must be a table"),
        ('[[pattern]]\n[pattern.days]\nmonady = "08:00-09:00"', "a day that is not known"),
        ("[[pattern]]\n[[pattern]]", "the later one holds"),
        ('pattern = "mornings"', "must be a list of tables"),
        ("pattern = [1, 2]", "must be a list of tables"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_said(text, said):
    _, problems = read(text)
    assert any(said in problem.reason for problem in problems)
