"""Is everybody asked who must be, new joiners by themselves, and each year again?"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from school.made_people import AT, TESTS, TODAY, make_person
from school.policies.made_policies import EARLIER, answer, asked_of, make_in_force, make_leaders
from staffroom.records.people import Standing
from staffroom.records.versions import Answer
from staffroom.school.people.actions import give_standing, leave
from staffroom.school.policies.actions.campaigns import ask_again, ask_joiners, begin_year
from staffroom.school.policies.models import Asked, Campaign
from staffroom.school.policies.queries.campaigns import OVERDUE, count, people_in

pytestmark = pytest.mark.django_db


def in_force(at=AT):
    head, governor = make_leaders()
    return make_in_force(head, governor, at=at)


@pytest.mark.clause("ABT-2", "GEN-4", "GEN-9")
@pytest.mark.parametrize("standing", list(Standing))
def test_everybody_whom_the_policy_binds_is_asked_when_it_comes_into_force(standing):
    person = make_person(standings=(standing,))
    asked = asked_of(person, in_force())
    assert (asked.state, asked.group, asked.due) == ("pending", standing, TODAY + timedelta(days=28))


def test_nobody_without_a_standing_is_asked_and_nobody_twice():
    nobody, both = make_person(standings=()), make_person(standings=(Standing.EMPLOYEE, Standing.GOVERNOR))
    version = in_force()
    assert not Asked.objects.filter(person=nobody).exists()
    assert asked_of(both, version).group == "employee"


def test_somebody_who_has_left_is_not_asked():
    person = make_person()
    leave(by=TESTS, at=AT, person=person, last_day=TODAY - timedelta(days=1))
    in_force()
    assert not Asked.objects.filter(person=person).exists()


def test_who_joins_later_is_asked_by_the_clock_with_a_fortnight_at_least():
    version = in_force()
    later = AT + timedelta(days=25)
    person = make_person(standings=())
    give_standing(by=TESTS, at=later, person=person, standing=Standing.AGENCY, since=later.date())
    assert ask_joiners(by=TESTS, at=later) == 1
    assert asked_of(person, version).due == later.date() + timedelta(days=14)
    assert ask_joiners(by=TESTS, at=later) == 0


def test_each_academic_year_everybody_is_asked_again_from_the_first_of_september():
    person = make_person()
    version = in_force(EARLIER)
    answer(asked_of(person, version), at=EARLIER)
    assert begin_year(by=TESTS, at=datetime(2026, 8, 31, 12, tzinfo=UTC)) == 0
    assert begin_year(by=TESTS, at=datetime(2026, 9, 1, 6, tzinfo=UTC)) == 1
    assert begin_year(by=TESTS, at=datetime(2026, 9, 1, 6, tzinfo=UTC)) == 0
    years = [(one.year, one.cause, one.ended_at is None) for one in Campaign.objects.order_by("year")]
    assert years == [(2025, "first", False), (2026, "each year", True)]
    assert Asked.objects.filter(person=person).count() == 2


def test_the_new_year_begins_at_midnight_of_the_school_s_clock():
    in_force(EARLIER)
    assert begin_year(by=TESTS, at=datetime(2026, 8, 31, 22, 59, tzinfo=UTC)) == 0
    assert begin_year(by=TESTS, at=datetime(2026, 8, 31, 23, 0, tzinfo=UTC)) == 1


def test_counts_are_by_state_and_group_and_leave_out_who_has_left():
    people = [make_person() for _ in range(6)]
    version = in_force()
    answer(asked_of(people[0], version))
    answer(asked_of(people[1], version), Answer.DECLINED, "I do not agree.")
    leave(by=TESTS, at=AT, person=people[2], last_day=TODAY)
    counts = count(version.campaigns.get(), on=TODAY + timedelta(days=1))
    assert counts.states == {"accepted": 1, "declined": 1, "pending": 5}
    assert counts.total == 7
    late = count(version.campaigns.get(), on=date(2027, 1, 4))
    assert late.states[OVERDUE] == 5


def test_who_is_pending_is_listed_by_name_in_order():
    named = [make_person(family_name=name) for name in ("Rowan", "Alder")]
    version = in_force()
    listed = people_in(version.campaigns.get(), on=TODAY, state="pending")
    names = [one.person.family_name for one in listed if one.person in named]
    assert names == ["Alder", "Rowan"]


def test_somebody_can_be_asked_again_and_what_they_said_stays():
    person = make_person()
    version = in_force()
    answer(asked_of(person, version), Answer.DECLINED, "I misread it.")
    ask_again(by=TESTS, at=AT, asked=asked_of(person, version))
    asked = asked_of(person, version)
    assert (asked.state, asked.answers.count(), asked.remind_on) == ("pending", 1, TODAY)


@pytest.mark.parametrize("people", [3, 60])
def test_asking_takes_the_same_queries_for_few_and_many(people, django_assert_num_queries):
    for _ in range(people):
        make_person()
    version = in_force(EARLIER)
    with django_assert_num_queries(19):
        begin_year(by=TESTS, at=AT)
    assert version.campaigns.get(year=2026).asked.count() == people + 2


@pytest.mark.parametrize("people", [3, 30])
def test_counting_takes_the_same_queries_for_few_and_many(people, django_assert_num_queries):
    for _ in range(people):
        make_person()
    campaign = in_force().campaigns.get()
    with django_assert_num_queries(2):
        count(campaign, on=TODAY)
