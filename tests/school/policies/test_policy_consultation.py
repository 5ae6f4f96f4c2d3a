"""Can everybody say what they think of a draft, and is each comment answered?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from school.made_people import AT, TESTS, TODAY, make_person
from school.policies.made_policies import TOMORROW, make_draft, make_leaders, make_policy
from staffroom.records.actors import person as person_actor
from staffroom.school.notices.models import Notice
from staffroom.school.policies.actions import approving, life
from staffroom.school.policies.actions.consulting import comment, reply
from staffroom.school.policies.models import Comment, Reply
from staffroom.school.policies.queries.comments import comments_on
from staffroom.school.policies.refusals import NotDone

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return life.consult(by=TESTS, at=AT, version=make_draft(make_policy(*make_leaders())), until=TOMORROW)


def say(draft, person, text="Which sites are meant?", at=AT, place=None):
    return comment(by=person_actor(person.ref), at=at, version=draft, person=person, text=text, place=place)


def test_a_comment_keeps_the_words_of_the_clause_that_it_is_about(draft):
    piece = draft.pieces.get(clause="SEC-1")
    made = say(draft, make_person(), place=piece.place)
    assert made.about == piece.text


def test_each_comment_is_answered_once_and_who_made_it_is_told(draft):
    person, keeper = make_person(), make_person()
    made = say(draft, person)
    answered = {"by": TESTS, "at": AT, "comment": made, "person": keeper, "is_taken_up": True}
    with pytest.raises(NotDone):
        reply(**answered, text=" ")
    reply(**answered, text="We have named them.")
    with pytest.raises(NotDone, match="already"):
        reply(**answered, text="Something else.")
    assert Notice.objects.get(kind="policy comment answered").person == person


def test_approval_waits_until_every_comment_is_answered(draft):
    made = say(draft, make_person())
    with pytest.raises(NotDone, match="no answer"):
        approving.ask_approval(by=TESTS, at=AT, version=draft)
    reply(by=TESTS, at=AT, comment=made, person=make_person(), text="Not now.", is_taken_up=False)
    assert approving.ask_approval(by=TESTS, at=AT, version=draft).state == "approval"


def test_comments_are_taken_up_to_and_including_the_last_day(draft):
    person = make_person()
    say(draft, person, at=AT + timedelta(days=1))
    with pytest.raises(NotDone, match="over"):
        say(draft, person, at=AT + timedelta(days=2))


def test_nobody_comments_for_somebody_else_or_says_nothing(draft):
    with pytest.raises(NotDone):
        comment(by=TESTS, at=AT, version=draft, person=make_person(), text="Words.")
    with pytest.raises(NotDone):
        say(draft, make_person(), text="  ")


def test_a_draft_that_is_not_in_consultation_takes_no_comment(draft):
    back = life.reopen(by=TESTS, at=AT, version=draft)
    with pytest.raises(NotDone):
        say(back, make_person())


def test_a_consultation_lasts_until_tomorrow_at_least():
    version = make_draft(make_policy())
    with pytest.raises(NotDone, match="tomorrow"):
        life.consult(by=TESTS, at=AT, version=version, until=TODAY)


def test_others_see_a_comment_only_once_it_is_answered(draft):
    person, other = make_person(), make_person()
    made = say(draft, person)
    assert list(comments_on(draft, own=person)) == [made]
    assert list(comments_on(draft, own=other)) == []
    reply(by=TESTS, at=AT, comment=made, person=other, text="Yes.", is_taken_up=True)
    assert list(comments_on(draft, own=other)) == [made]


@pytest.mark.parametrize("model", [Comment, Reply])
def test_the_database_itself_keeps_comments_and_answers_as_they_were(draft, model):
    made = say(draft, make_person())
    reply(by=TESTS, at=AT, comment=made, person=make_person(), text="Yes.", is_taken_up=True)
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        model.objects.update(text="Something else.")
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        model.objects.filter(pk=model.objects.get().pk)._raw_delete(model.objects.db)
