"""Do the acts on people do what they say, and write it down?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from school.made_people import AT, TESTS, TODAY, make_person, make_user
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.audit.queries import entries_about
from staffroom.school.people.actions import begin_absence, end_absence, give_standing, leave
from staffroom.school.people.queries import holders, is_away, people_in_scope, viewer_of

pytestmark = pytest.mark.django_db


@pytest.mark.clause("ABT-2")
@pytest.mark.parametrize("standing", list(Standing))
def test_everybody_with_a_standing_is_in_scope(standing):
    person = make_person(standings=(standing,))
    assert list(people_in_scope(on=TODAY)) == [person]


def test_a_staff_governor_is_both_at_once_and_listed_once():
    person = make_person(standings=(Standing.EMPLOYEE, Standing.GOVERNOR))
    assert viewer_of(person, on=TODAY).standings == {Standing.EMPLOYEE, Standing.GOVERNOR}
    assert list(people_in_scope(on=TODAY)) == [person]


def test_somebody_without_a_standing_is_not_in_scope():
    person = make_person(standings=())
    assert not viewer_of(person, on=TODAY).is_in_scope
    assert not people_in_scope(on=TODAY).exists()


def test_a_leaver_is_out_of_scope_the_day_after_and_keeps_their_history():
    person = make_person(Post.DEPUTY)
    leave(by=TESTS, at=AT, person=person, last_day=TODAY)
    tomorrow = TODAY + timedelta(days=1)
    assert list(people_in_scope(on=TODAY)) == [person]
    assert not people_in_scope(on=tomorrow).exists()
    assert viewer_of(person, on=tomorrow).posts == frozenset()
    assert person.standings.count() == person.posts.count() == 1


def test_a_leaver_s_sign_in_stops_working_at_once():
    person = make_person()
    user = make_user(person)
    leave(by=TESTS, at=AT, person=person, last_day=TODAY)
    user.refresh_from_db()
    assert not user.is_active


def test_somebody_who_leaves_later_may_sign_in_until_then():
    person = make_person()
    user = make_user(person)
    leave(by=TESTS, at=AT, person=person, last_day=date(2026, 12, 18))
    user.refresh_from_db()
    assert user.is_active


def test_a_standing_holds_from_its_first_day_on():
    person = make_person(standings=())
    give_standing(by=TESTS, at=AT, person=person, standing=Standing.VOLUNTEER, since=TODAY)
    assert viewer_of(person, on=TODAY).is_in_scope
    assert not viewer_of(person, on=TODAY - timedelta(days=1)).is_in_scope


def test_those_who_hold_a_post_come_in_the_school_s_order():
    first, second = make_person(Post.LEADERSHIP), make_person(Post.LEADERSHIP)
    held = first.posts.get()
    held.place = 2
    held.save()
    assert holders(Post.LEADERSHIP, on=TODAY) == [second, first]


def test_somebody_who_is_away_from_now_is_away_until_they_are_back():
    person = make_person()
    absence = begin_absence(by=TESTS, at=AT, person=person, begins_at=AT)
    assert is_away(person, at=AT + timedelta(days=30))
    end_absence(by=TESTS, at=AT + timedelta(days=1), absence=absence)
    assert not is_away(person, at=AT + timedelta(days=2))
    assert is_away(person, at=AT + timedelta(hours=1))


def test_every_act_on_a_person_is_written_down_without_their_name():
    person = make_person(Post.DEPUTY)
    written = entries_about(person.ref)
    assert [one.act for one in written] == [
        "people.post given", "people.standing given", "people.person added",
    ]  # fmt: skip
    assert not any("Maplewood" in str(vars(one)) for one in written)
