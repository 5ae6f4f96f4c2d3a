"""Do the records that the log pipeline is given say what the office knows?"""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from school.made_people import AT, TESTS, TODAY, make_person
from staffroom.readers.rosters.term_dates import Dates
from staffroom.records.calendar import Closure, Hours, Nation, Term, TimeRange, TrainingDay, WorkingDay
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.rules.school_day import hours_at
from staffroom.school.people.actions import add_account, leave, remove_account
from staffroom.school.people.actions.calendar import add_dates, remove_date
from staffroom.school.people.actions.hours import set_hours, withdraw_hours
from staffroom.school.people.models import School, WorkingHours
from staffroom.school.people.models import Term as KeptTerm
from staffroom.school.people.queries import calendar_record, register_record

pytestmark = pytest.mark.django_db

WEEK = {str(day): {"hours": "08:30-12:15, 13:00-16:00", "breaks": "10:30-10:50"} for day in range(5)}
DATES = Dates(
    (Term("Autumn", date(2026, 9, 1), date(2026, 12, 18)),),
    (Closure("Half term", date(2026, 10, 26), date(2026, 10, 30)),),
    (TrainingDay("INSET", date(2026, 9, 1)),),
)


def test_the_calendar_has_the_nation_the_days_and_the_hours():
    School.objects.create(pk=1, name="Hollybank School", nation="WLS")
    add_dates(by=TESTS, at=AT, dates=DATES)
    set_hours(by=TESTS, at=AT, person=None, since=None, days=WEEK)
    found = calendar_record()
    assert found.nation is Nation.WALES
    assert (found.terms, found.closures, found.training_days) == (
        DATES.terms, DATES.closures, DATES.training_days,
    )  # fmt: skip
    assert found.patterns[0].days[0] == WorkingDay(
        (TimeRange(time(8, 30), time(12, 15)), TimeRange(time(13), time(16))),
        (TimeRange(time(10, 30), time(10, 50)),),
    )


def test_without_anything_set_the_calendar_is_england_s_and_empty():
    assert calendar_record().nation is Nation.ENGLAND
    assert calendar_record().patterns == ()


@pytest.mark.clause("MON-2")
def test_a_person_s_own_hours_decide_what_a_moment_was_from_their_date_on():
    person = make_person()
    add_dates(by=TESTS, at=AT, dates=DATES)
    set_hours(by=TESTS, at=AT, person=None, since=None, days=WEEK)
    afternoons = {"0": {"hours": "12:00-17:00", "breaks": ""}}
    set_hours(by=TESTS, at=AT, person=person, since=TODAY, days=afternoons)
    pattern = register_record(on=TODAY).people[0].pattern
    last_week = AT - timedelta(days=7)
    assert hours_at(calendar_record(), pattern, AT, bank_holidays=()) is Hours.OUTSIDE
    assert hours_at(calendar_record(), pattern, last_week, bank_holidays=()) is Hours.WORKING


def test_hours_set_again_from_the_same_day_replace_the_others():
    person = make_person()
    for hours in ("08:00-12:00", "09:00-12:00"):
        set_hours(by=TESTS, at=AT, person=person, since=TODAY, days={"0": {"hours": hours, "breaks": ""}})
    (kept,) = WorkingHours.objects.all()
    assert kept.days["0"]["hours"] == "09:00-12:00"
    withdraw_hours(by=TESTS, at=AT, hours=kept)
    assert register_record(on=TODAY).people[0].pattern == ""


def test_dates_added_twice_are_there_once_and_can_be_removed():
    assert add_dates(by=TESTS, at=AT, dates=DATES) == 3
    assert add_dates(by=TESTS, at=AT, dates=DATES) == 0
    remove_date(by=TESTS, at=AT, kept=KeptTerm.objects.get())
    assert calendar_record().terms == ()


def test_people_are_there_with_standings_posts_and_accounts():
    person = make_person(Post.HEADTEACHER, standings=(Standing.EMPLOYEE, Standing.GOVERNOR))
    account = add_account(by=TESTS, at=AT, person=person, name="hmaple")
    add_account(by=TESTS, at=AT, person=person, name="hmaple")
    (found,) = register_record(on=TODAY).people
    assert (found.id, found.accounts, found.roles) == (person.ref, ("hmaple",), {"headteacher"})
    assert found.standings == {Standing.EMPLOYEE, Standing.GOVERNOR}
    remove_account(by=TESTS, at=AT, account=account)
    assert register_record(on=TODAY).people[0].accounts == ()


def test_a_leaver_is_there_with_their_last_day_and_what_they_held_on_it():
    person = make_person()
    leave(by=TESTS, at=AT, person=person, last_day=TODAY)
    (found,) = register_record(on=TODAY + timedelta(days=30)).people
    assert (found.until, found.standings) == (TODAY, {Standing.EMPLOYEE})


def test_somebody_who_has_not_joined_is_not_there():
    make_person()
    assert register_record(on=date(2019, 1, 1)).people == ()


@pytest.mark.parametrize("count", [1, 12])
def test_the_records_take_the_same_number_of_questions_for_any_number_of_people(
    count, django_assert_num_queries
):
    for _ in range(count):
        person = make_person(Post.LEADERSHIP)
        set_hours(by=TESTS, at=AT, person=person, since=None, days=WEEK)
    with django_assert_num_queries(6):
        register_record(on=TODAY)
    with django_assert_num_queries(5):
        calendar_record()
