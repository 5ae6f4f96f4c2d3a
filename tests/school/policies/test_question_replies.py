"""Does a question get one reply, from another person, while it waits?"""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from school.made_people import AT, make_person
from school.policies.made_policies import answer, asked_of, make_in_force, make_leaders
from staffroom.records.actors import person as person_actor
from staffroom.records.versions import Answer
from staffroom.school.audit.models import Entry
from staffroom.school.notices.models import Notice
from staffroom.school.policies.actions.campaigns import end_campaigns
from staffroom.school.policies.actions.replying import reply_to_question
from staffroom.school.policies.models import QuestionReply
from staffroom.school.policies.queries.questions import (
    Waiting,
    open_questions,
    questions_of,
    questions_waiting,
)
from staffroom.school.policies.queries.reading import waiting_for
from staffroom.school.policies.refusals import NotDone

pytestmark = pytest.mark.django_db

ASKED, REPLIED = "Which sites are meant?", "Those on which you can write to others."


@pytest.fixture
def school():
    head, governor = make_leaders()
    person = make_person()
    return make_in_force(head, governor, at=AT), person, head


def ask(version, person, words=ASKED):
    return answer(asked_of(person, version), Answer.QUESTIONS, words)


def reply(question, by, words=REPLIED):
    return reply_to_question(by=person_actor(by.ref), at=AT, question=question, person=by, text=words)


def test_a_question_waits_until_it_has_its_reply_and_who_asked_is_told_of_it(school):
    version, person, head = school
    question = ask(version, person)
    campaign = version.campaigns.get()
    assert questions_waiting(head, keeps_policy=True) == [Waiting(campaign.ref, version.policy.title, 1)]
    reply(question, head)
    assert questions_waiting(head, keeps_policy=True) == []
    assert open_questions(campaign) == []
    assert [one.reply.text for one in questions_of(asked_of(person, version))] == [REPLIED]
    told = Notice.objects.get(person=person, kind="policy question answered")
    assert REPLIED not in told.body
    assert ASKED not in told.body
    assert told.link == f"/policies/versions/{version.ref}/read/"


def test_the_log_has_the_reply_and_no_word_of_it(school):
    version, person, head = school
    question = ask(version, person)
    reply(question, head)
    line = Entry.objects.get(act="policies.question answered")
    assert (line.about, line.actor, line.figures) == (question.ref, head.ref, {})


@pytest.mark.parametrize("after", [Answer.ACCEPTED, Answer.DECLINED, Answer.QUESTIONS])
def test_after_the_reply_one_accepts_declines_or_asks_again(school, after):
    version, person, head = school
    reply(ask(version, person), head)
    assert waiting_for(person)[0].is_replied
    again = answer(asked_of(person, version), after, "And on whose time?")
    assert asked_of(person, version).state == after.value
    assert [one.pk for one in open_questions(version.campaigns.get())] == (
        [again.pk] if after is Answer.QUESTIONS else []
    )
    if after is Answer.QUESTIONS:
        assert not waiting_for(person)[0].is_replied


def test_a_question_is_replied_to_once_and_the_reply_is_never_changed(school):
    version, person, head = school
    made = reply(ask(version, person), head)
    with pytest.raises(NotDone, match="no longer waits"):
        reply(made.question, head)
    for change in (lambda: QuestionReply.objects.update(text="Another."), QuestionReply.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_nobody_replies_to_their_own_question_or_without_words(school):
    version, person, head = school
    with pytest.raises(NotDone, match="Another person"):
        reply(ask(version, head), head)
    with pytest.raises(NotDone, match="Write a reply"):
        reply(ask(version, person), head, " . ")
    assert QuestionReply.objects.count() == 0


def test_a_question_that_was_decided_or_whose_asking_ended_no_longer_waits(school):
    version, person, head = school
    first = ask(version, person)
    answer(asked_of(person, version))
    with pytest.raises(NotDone, match="no longer waits"):
        reply(first, head)
    other = make_person()
    assert questions_waiting(other, keeps_policy=False) == []


def test_an_ended_asking_has_no_open_question(school):
    version, person, head = school
    question = ask(version, person)
    end_campaigns(by=person_actor(head.ref), at=AT, version=version)
    with pytest.raises(NotDone, match="no longer waits"):
        reply(question, head)
    assert questions_waiting(head, keeps_policy=True) == []
