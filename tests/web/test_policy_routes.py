"""Does every address of the policies refuse whomever its rule does not admit, whatever it is about?"""

from __future__ import annotations

import pytest
from django.test import Client

from school.made_people import AT, TESTS, TODAY, make_person
from school.policies.made_policies import TOMORROW, answer, asked_of, make_in_force, make_leaders
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.versions import Answer
from staffroom.school.people.queries import viewer_of
from staffroom.school.policies.actions.drafting import draft_from_version
from staffroom.school.policies.actions.life import consult
from staffroom.school.policies.actions.policies import link_document
from staffroom.school.policies.models import Comment
from staffroom.web.policies.urls import urlpatterns
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

KINDS: list[tuple[tuple[Standing, ...], tuple[Post, ...]]] = [
    *(((standing,), ()) for standing in Standing),
    *(((Standing.EMPLOYEE,), (post,)) for post in Post),
    ((), ()),
]


def addresses() -> dict[str, str]:
    """Return an address of each route, about things of a made school."""
    head, governor = make_leaders()
    reader, other = make_person(), make_person()
    version = make_in_force(head, governor, at=AT)
    link = link_document(by=TESTS, at=AT, policy=version.policy, title="e-Safety Policy")
    draft = draft_from_version(by=TESTS, at=AT, version=version)
    consult(by=TESTS, at=AT, version=draft, until=TOMORROW)
    comment = Comment.objects.create(version=draft, person=reader, text="Which sites?", at=AT)
    refs = {
        "policy": version.policy.ref,
        "versions": draft.ref,
        "comments": comment.ref,
        "campaigns": version.campaigns.get().ref,
        "asked": asked_of(other, version).ref,
        "answers": answer(asked_of(reader, version)).ref,
        "questions": answer(asked_of(other, version), Answer.QUESTIONS, "Which sites?").ref,
    }
    made = {}
    for one in urlpatterns:
        pattern = str(one.pattern)
        kind = pattern.partition("/")[0]
        address = pattern.replace("<slug:ref>", refs.get(kind, refs["policy"]))
        made[one.name] = "/policies/" + address.replace("<int:place>", "9").replace(
            "<int:number>", str(link.pk)
        )
    return made


def test_who_is_not_admitted_is_refused_in_every_method():
    made = addresses()
    wrong = []
    for standings, posts in KINDS:
        person = make_person(*posts, standings=standings)
        viewer = viewer_of(person, on=TODAY, is_second_factor_given=True)
        client = sign_in(Client(), person)
        wrong += [
            (one.name, method, standings, posts)
            for one in urlpatterns
            if not one.callback.admits(viewer).allowed
            for method in one.callback.answers
            if client.generic(method, made[one.name]).status_code != 403
        ]
    assert wrong == []


@pytest.mark.parametrize("person", [None, Standing.EMPLOYEE, Standing.GOVERNOR])
def test_another_person_s_answer_is_refused_and_nobody_sees_a_page_without_signing_in(person):
    made = addresses()
    client = Client()
    if person is None:
        assert {client.get(address).status_code for address in made.values()} <= {302, 405}
        return
    sign_in(client, make_person(standings=(person,)))
    assert {
        client.get(made[name]).status_code for name in ("policy_receipt", "policy_statement", "policy_scan")
    } == {403}


def test_who_keeps_the_policy_can_open_every_page_that_answers_a_get():
    made = addresses()
    client = sign_in(Client(), make_person(Post.POLICY_OWNER))
    found = {
        one.name: client.get(made[one.name]).status_code
        for one in urlpatterns
        if "GET" in one.callback.answers and one.name != "policy_scan"
    }
    assert {name: status for name, status in found.items() if status != 200} == {}
