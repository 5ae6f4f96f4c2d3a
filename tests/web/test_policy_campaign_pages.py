"""Do the pages of a campaign show numbers to leaders, and names only to those who keep the policy?"""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from school.made_people import AT, TESTS, make_person
from school.policies.made_policies import answer, asked_of, make_in_force, make_leaders
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.versions import Answer
from staffroom.school.audit.queries import entries_about
from staffroom.school.policies.actions.campaigns import ask_joiners
from staffroom.school.policies.models import Acknowledgement
from web.visiting import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    head, governor = make_leaders()
    people = [make_person(family_name=f"Willow{n:02}") for n in range(8)]
    version = make_in_force(head, governor, at=AT)
    return version, people, head


def page(who, address):
    return sign_in(Client(), who).get(address)


@pytest.mark.clause("CON-2")
@pytest.mark.parametrize("post", [Post.DEPUTY, Post.CHAIR, Post.SAFEGUARDING_GOVERNOR, Post.LEADERSHIP])
def test_leaders_and_governors_see_counts_and_no_name(school, post):
    version, people, _ = school
    shown = page(make_person(post), f"/policies/campaigns/{version.campaigns.get().ref}/")
    assert shown.status_code == 200
    text = shown.content.decode()
    assert "10 people are asked" in text
    assert "people/" not in text.replace('href="/people/"', "")
    assert not any(person.family_name in text for person in people)


@pytest.mark.parametrize("post", [None, Post.NETWORK, Post.ADMINISTRATOR, Post.SAFEGUARDING_LEAD])
def test_others_see_neither_counts_nor_names(school, post):
    ref = school[0].campaigns.get().ref
    person = make_person(*([post] if post else []))
    for part in ("", "people/"):
        assert page(person, f"/policies/campaigns/{ref}/{part}").status_code == 403


@pytest.mark.parametrize("post", [Post.DEPUTY, Post.CHAIR, Post.SAFEGUARDING_GOVERNOR])
def test_names_are_refused_to_leaders_who_do_not_keep_the_policy(school, post):
    ref = school[0].campaigns.get().ref
    assert page(make_person(post), f"/policies/campaigns/{ref}/people/").status_code == 403


def test_who_keeps_the_policy_sees_who_is_pending_and_that_is_written_down(school):
    version, people, head = school
    campaign = version.campaigns.get()
    answer(asked_of(people[0], version))
    text = page(head, f"/policies/campaigns/{campaign.ref}/people/").content.decode()
    assert people[0].family_name not in text
    assert people[1].family_name in text
    assert entries_about(campaign.ref)[0].act == "policies.pending seen"


def test_the_words_of_a_question_are_shown_to_those_who_keep_the_policy(school):
    version, people, head = school
    answer(asked_of(people[0], version), Answer.QUESTIONS, "Which sites are meant?")
    address = f"/policies/campaigns/{version.campaigns.get().ref}/people/?state=questions"
    assert "Which sites are meant?" in page(head, address).content.decode()


def test_paper_is_recorded_on_its_page_with_a_scan_and_never_one_s_own(school):
    version, people, head = school
    client = sign_in(Client(), head)
    asked = asked_of(people[0], version)
    scan = SimpleUploadedFile("sheet.pdf", b"%PDF-1.7 made")
    sent = client.post(f"/policies/asked/{asked.ref}/paper/", {"scan": scan, "signed_on": "14/9/2026"})
    assert sent.status_code == 302
    assert Acknowledgement.objects.get().recorded_by == head
    own = asked_of(head, version)
    assert client.get(f"/policies/asked/{own.ref}/paper/").status_code == 403
    assert client.post(f"/policies/asked/{own.ref}/exempt/", {"reason": "I say so."}).status_code == 403


def test_what_is_no_scan_is_refused_on_the_form(school):
    version, people, head = school
    scan = SimpleUploadedFile("sheet.pdf", b"words")
    shown = sign_in(Client(), head).post(
        f"/policies/asked/{asked_of(people[0], version).ref}/paper/", {"scan": scan, "signed_on": "14/9/2026"}
    )
    assert "This file is no scan." in shown.content.decode()


def test_somebody_is_exempted_and_asked_again_on_the_pages(school):
    version, people, head = school
    client = sign_in(Client(), head)
    asked = asked_of(people[0], version)
    client.post(f"/policies/asked/{asked.ref}/exempt/", {"reason": "Away until Easter."})
    asked.refresh_from_db()
    assert asked.state == "exempt"
    client.post(f"/policies/asked/{asked.ref}/again/")
    asked.refresh_from_db()
    assert asked.state == "pending"


PAGES = ("/policies/", "/policies/mine/", "/", "/policies/{policy}/", "/policies/versions/{version}/",
         "/policies/versions/{version}/read/", "/policies/campaigns/{campaign}/",
         "/policies/campaigns/{campaign}/people/")  # fmt: skip


@pytest.mark.parametrize("pattern", PAGES)
def test_no_page_takes_more_queries_for_more_people_and_answers(pattern):
    head, governor = make_leaders()
    few = [make_person() for _ in range(2)]
    version = make_in_force(head, governor, at=AT)
    names = {"policy": version.policy.ref, "version": version.ref, "campaign": version.campaigns.get().ref}
    address = pattern.format(**names)
    client = sign_in(Client(), head)
    client.get(address)
    taken = count_queries(client, address)
    for _ in range(20):
        make_person(standings=(Standing.VOLUNTEER,))
    ask_joiners(by=TESTS, at=AT)
    for person in few:
        for _ in range(3):
            answer(asked_of(person, version))
    answer(asked_of(head, version))
    assert count_queries(client, address) <= taken
    assert taken < 40


def count_queries(client, address) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
