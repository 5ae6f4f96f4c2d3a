"""Do those who answer for a policy find its questions, reply to them, and does who asked read the reply?"""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from school.made_people import AT, TESTS, make_person
from school.policies.made_policies import answer, asked_of, make_in_force, make_leaders
from staffroom.records.posts import Post
from staffroom.records.versions import Answer
from staffroom.school.audit.queries import entries_about
from staffroom.school.policies.actions.campaigns import ask_joiners
from staffroom.school.policies.models import Policy, QuestionReply
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

ASKED, REPLIED = "Which sites are meant?", "Those on which you can write to others."


@pytest.fixture
def school():
    head, governor = make_leaders()
    person = make_person(family_name="Willowherb")
    version = make_in_force(head, governor, at=AT)
    question = answer(asked_of(person, version), Answer.QUESTIONS, ASKED)
    return version, person, head, question


def read(who, address):
    return sign_in(Client(), who).get(address).content.decode()


def test_a_question_goes_from_home_to_its_reply_and_back_to_who_asked(school):
    version, person, head, question = school
    campaign = f"/policies/campaigns/{version.campaigns.get().ref}/"
    assert f'href="{campaign}#questions"' in read(head, "/")
    shown = read(head, campaign)
    assert ASKED in shown
    assert "Willowherb" not in shown
    client, address = sign_in(Client(), head), f"/policies/questions/{question.ref}/"
    assert "Willowherb" in client.get(address).content.decode()
    assert client.post(address, {"text": REPLIED})["Location"] == campaign
    assert "#questions" not in read(head, "/")
    assert "There is a reply to your question." in read(person, "/")
    page = read(person, f"/policies/versions/{version.ref}/read/")
    assert ASKED in page
    assert REPLIED in page
    assert REPLIED in read(person, "/policies/mine/")


def test_that_a_question_was_looked_at_is_written_down(school):
    _, _, head, question = school
    read(head, f"/policies/questions/{question.ref}/")
    assert entries_about(question.ref)[0].act == "policies.question seen"


@pytest.mark.parametrize("post", [None, Post.DEPUTY, Post.CHAIR, Post.NETWORK, Post.ADMINISTRATOR])
def test_others_find_neither_the_question_nor_its_words(school, post):
    version, _, _, question = school
    other = make_person(*([post] if post else []))
    answer = sign_in(Client(), other).get(f"/policies/questions/{question.ref}/")
    assert answer.status_code == 403
    assert ASKED not in read(other, f"/policies/campaigns/{version.campaigns.get().ref}/")
    assert "#questions" not in read(other, "/")


def test_who_asked_cannot_reply_whatever_their_post(school):
    version, _, head, _ = school
    own = answer(asked_of(head, version), Answer.QUESTIONS, "May I ask myself?")
    client = sign_in(Client(), head)
    assert client.post(f"/policies/questions/{own.ref}/", {"text": REPLIED}).status_code == 403
    assert QuestionReply.objects.count() == 0
    assert "May I ask myself?" not in read(head, f"/policies/campaigns/{version.campaigns.get().ref}/")


def test_the_leader_who_owns_the_policy_replies_without_the_name(school):
    version, _, _, question = school
    owner = make_person(Post.DEPUTY)
    Policy.objects.filter(pk=version.policy.pk).update(owner=owner)
    assert "#questions" in read(owner, "/")
    client, address = sign_in(Client(), owner), f"/policies/questions/{question.ref}/"
    page = client.get(address).content.decode()
    assert ASKED in page
    assert "Willowherb" not in page
    assert client.post(address, {"text": REPLIED}).status_code == 302


def test_a_reply_without_words_says_so_and_one_to_nothing_is_not_found(school):
    _, _, head, question = school
    client = sign_in(Client(), head)
    for words in ("", "."):
        page = client.post(f"/policies/questions/{question.ref}/", {"text": words}).content.decode()
        assert "There is a problem" in page
    assert client.get("/policies/questions/no-such/").status_code == 404


def test_who_replies_second_reads_that_it_no_longer_waits(school):
    _, _, head, question = school
    client = sign_in(Client(), head)
    address = f"/policies/questions/{question.ref}/"
    client.post(address, {"text": REPLIED})
    assert "no longer waits for a reply" in client.post(address, {"text": "Another reply."}).content.decode()
    assert QuestionReply.objects.get().text == REPLIED


@pytest.mark.parametrize("path", ["/", "campaign"])
def test_no_question_more_is_asked_of_the_database_for_more_questions(school, path):
    version, _, head, _ = school
    address = f"/policies/campaigns/{version.campaigns.get().ref}/" if path == "campaign" else path
    client = sign_in(Client(), head)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    people = [make_person() for _ in range(6)]
    ask_joiners(by=TESTS, at=AT)
    for one in people:
        answer(asked_of(one, version), Answer.QUESTIONS, ASKED)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few)
