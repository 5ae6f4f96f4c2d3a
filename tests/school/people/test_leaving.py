"""Does a leaver's access end when it should, and come back when that is taken back?"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from school.made_people import AT, TESTS, TODAY, make_person, make_user
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.audit.queries import entries_about
from staffroom.school.people.actions import (
    Particulars,
    begin_absence,
    bring_back,
    change_person,
    come_back,
    end_access_of_leavers,
    end_standing,
    leave,
)
from staffroom.school.people.actions.pupil_roster import forget_pupils_who_left
from staffroom.school.people.models import Absence, Pupil
from staffroom.school.people.queries import absences_between, other_keepers, people_in_scope, viewer_of
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def test_every_session_of_a_leaver_ends():
    person, other = make_person(), make_person()
    for who in (person, person, other):
        sign_in(Client(), who).get("/me/")
    leave(by=TESTS, at=AT, person=person, last_day=TODAY)
    assert [one.user.person for one in UserSession.objects.all()] == [other]
    assert Session.objects.count() == 1


def test_somebody_who_leaves_later_loses_access_on_the_day_after_the_last():
    person = make_person()
    user = make_user(person)
    leave(by=TESTS, at=AT, person=person, last_day=TOMORROW)
    assert end_access_of_leavers(by=TESTS, at=AT + timedelta(days=1)) == 0
    assert end_access_of_leavers(by=TESTS, at=AT + timedelta(days=2)) == 1
    assert end_access_of_leavers(by=TESTS, at=AT + timedelta(days=2)) == 0
    user.refresh_from_db()
    assert not user.is_active


def test_a_leaver_who_is_brought_back_holds_what_they_held():
    person = make_person(Post.DEPUTY)
    user = make_user(person)
    leave(by=TESTS, at=AT, person=person, last_day=YESTERDAY)
    bring_back(by=TESTS, at=AT, person=person)
    user.refresh_from_db()
    assert user.is_active
    assert viewer_of(person, on=TODAY).posts == {Post.DEPUTY}


def test_the_last_day_is_a_day_of_british_time():
    person = make_person()
    user = make_user(person)
    just_after_midnight = datetime(2026, 6, 2, 0, 30, tzinfo=ZoneInfo("Europe/London"))
    leave(by=TESTS, at=just_after_midnight, person=person, last_day=date(2026, 6, 2))
    user.refresh_from_db()
    assert not user.is_active


def test_a_person_whose_only_standing_ends_is_out_of_scope():
    person = make_person(standings=(Standing.VOLUNTEER,))
    end_standing(by=TESTS, at=AT, held=person.standings.get(), last_day=YESTERDAY)
    assert not people_in_scope(on=TODAY).exists()


def test_only_what_has_changed_is_changed():
    person = make_person()
    same = Particulars(person.given_name, person.family_name, person.email, since=person.since)
    assert change_person(by=TESTS, at=AT, person=person, particulars=same) == 0
    assert "people.person changed" not in [one.act for one in entries_about(person.ref)]
    other = Particulars("Ada", person.family_name, person.email, job="Cook", since=person.since)
    assert change_person(by=TESTS, at=AT, person=person, particulars=other) == 2


def test_an_absence_that_has_not_begun_goes_when_somebody_is_back_at_its_first_moment():
    person = make_person()
    begin_absence(by=TESTS, at=AT, person=person, begins_at=AT)
    assert come_back(by=TESTS, at=AT, person=person) == 1
    assert not Absence.objects.exists()


def test_absences_are_found_by_the_time_that_they_touch():
    person, other = make_person(), make_person()
    day = timedelta(days=1)
    begin_absence(by=TESTS, at=AT, person=person, begins_at=AT - 3 * day, ends_at=AT - 2 * day)
    lasting = begin_absence(by=TESTS, at=AT, person=person, begins_at=AT - day)
    coming = begin_absence(by=TESTS, at=AT, person=other, begins_at=AT + day, ends_at=AT + 2 * day)
    assert absences_between(AT, AT + 7 * day) == [lasting, coming]
    assert absences_between(AT, AT + 7 * day, person=other) == [coming]


def test_who_keeps_people_is_counted_once_and_without_those_who_go():
    person = make_person(Post.ADMINISTRATOR)
    both = make_person(Post.HEADTEACHER, Post.ADMINISTRATOR)
    going = make_person(Post.ADMINISTRATOR)
    leave(by=TESTS, at=AT, person=going, last_day=TOMORROW)
    assert other_keepers(person, on=TODAY) == 1
    assert other_keepers(both, on=TODAY) == 1


@pytest.mark.clause("CON-2")
def test_pupils_who_have_left_are_forgotten_on_the_day_after():
    for until in (None, TODAY, YESTERDAY):
        Pupil.objects.create(given_name="Cal", family_name="Wood", until=until)
    assert forget_pupils_who_left(by=TESTS, at=AT) == 1
    assert set(Pupil.objects.values_list("until", flat=True)) == {None, TODAY}
