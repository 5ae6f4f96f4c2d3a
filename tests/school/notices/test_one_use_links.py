"""Does a link that lets somebody in once go as soon as it has arrived, was used or is over?"""

from __future__ import annotations

import importlib
import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client

from notifiers.made_servers import Letters, free_port, mail_server
from school.made_people import AT, TESTS, make_person, make_user
from school.notices.made_notices import Hand, make_notice, use_server
from staffroom.notifiers.notifier import Reason
from staffroom.records.posts import Post
from staffroom.school.audit.models import Entry
from staffroom.school.notices.actions import OneUse
from staffroom.school.notices.actions.delivering import deliver_waiting
from staffroom.school.notices.actions.links import forget_links, forget_links_of
from staffroom.school.notices.actions.mail import try_refused_again
from staffroom.school.notices.invitation_links import code_of
from staffroom.school.notices.invitations import invite
from staffroom.school.notices.models import Delivery, Notice, Stage, State
from staffroom.school.people.actions.invitations import settle_invitations
from web.visiting import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.allow_hosts(["127.0.0.1"])]

LATER = AT + timedelta(days=15)


@pytest.fixture
def person():
    return make_person()


@pytest.fixture
def invitation(person):
    invite(by=TESTS, at=AT, people=[person])
    return Notice.objects.get(person=person)


def everything_kept() -> str:
    rows = [one for kind in apps.get_models() for one in kind._default_manager.all()]
    return serializers.serialize("json", rows)


def test_an_invitation_that_arrived_keeps_its_row_and_no_link(invitation):
    code, letters, port = code_of(invitation.one_use_link), Letters(), free_port()
    use_server(port)
    with mail_server(letters, port):
        assert deliver_waiting(by=TESTS, now=Hand()) == 1
    assert code in letters.arrived[0][1].get_body(("plain",)).get_content()
    invitation.refresh_from_db()
    assert (invitation.state, invitation.one_use_link, invitation.one_use_until) == ("delivered", "", None)
    assert code not in everything_kept()


def test_while_it_waits_it_is_tried_again_with_its_link(invitation):
    code, letters, port, clock = code_of(invitation.one_use_link), Letters(), free_port(), Hand()
    use_server(port)
    assert deliver_waiting(by=TESTS, now=clock) == 0
    assert forget_links(by=TESTS, at=clock()) == 0
    clock.move(hours=1)
    with mail_server(letters, port):
        assert deliver_waiting(by=TESTS, now=clock) == 1
    assert code in letters.arrived[0][1].get_body(("plain",)).get_content()


@pytest.mark.parametrize("how", ["used", "invited again", "over"])
def test_a_link_that_was_used_or_is_over_goes_and_its_notice_came_too_late(invitation, person, how):
    code, at = code_of(invitation.one_use_link), AT
    if how == "used":
        settle_invitations(by=TESTS, at=AT, person=person)
    elif how == "invited again":
        invite(by=TESTS, at=AT, people=[person])
    else:
        at = LATER
    assert forget_links(by=TESTS, at=at) == 1
    invitation.refresh_from_db()
    assert (invitation.state, invitation.because) == (State.REFUSED, Reason.LINK_OVER)
    assert invitation.written_at == AT
    assert code not in everything_kept()
    assert forget_links(by=TESTS, at=at) == 0


def test_one_that_arrived_at_one_address_of_two_has_arrived(invitation, person):
    Delivery.objects.create(notice=invitation, way="school", stage=Stage.DELIVERED, at=AT)
    settle_invitations(by=TESTS, at=AT, person=person)
    forget_links(by=TESTS, at=AT)
    invitation.refresh_from_db()
    assert (invitation.state, invitation.one_use_link) == (State.DELIVERED, "")


def test_what_came_too_late_is_not_tried_again_and_what_was_refused_in_time_is(invitation):
    Notice.objects.update(state=State.REFUSED, because=Reason.ADDRESS_REFUSED.value)
    assert try_refused_again(by=TESTS, at=AT) == 1
    invitation.refresh_from_db()
    assert invitation.one_use_link
    forget_links(by=TESTS, at=LATER)
    assert try_refused_again(by=TESTS, at=LATER) == 0


def test_forgetting_leaves_other_notices_and_other_people_alone(invitation, person):
    plain = make_notice(person, link="/policies/")
    other = make_notice(kind="sign-in", one_use=OneUse("/password/made/", LATER))
    assert forget_links_of(by=TESTS, at=AT, person=person, kind="sign-in") == 0
    assert forget_links_of(by=TESTS, at=AT, person=other.person, kind="sign-in") == 1
    plain.refresh_from_db()
    invitation.refresh_from_db()
    assert plain.link == "/policies/"
    assert invitation.one_use_link


def test_how_many_questions_are_asked_does_not_grow(invitation, django_assert_max_num_queries):
    for _ in range(5):
        invite(by=TESTS, at=AT, people=[make_person()])
    with django_assert_max_num_queries(3):
        forget_links(by=TESTS, at=AT)


def test_nobody_but_its_addressee_reads_the_link_on_a_page_or_in_the_log(invitation, person):
    code = code_of(invitation.one_use_link)
    for post in (Post.HEADTEACHER, Post.ADMINISTRATOR, Post.DATA_PROTECTION):
        client = sign_in(Client(), make_person(post))
        for page in ("/notices/", "/notices/post/", "/invitations/", "/audit/", f"/people/{person.ref}/"):
            assert code not in client.get(page).content.decode()
        assert client.get(f"/notices/{invitation.ref}/").status_code == 404
    own = sign_in(Client(), person).get(f"/notices/{invitation.ref}/").content.decode()
    assert f"/invitation/{code}/" in own
    log = json.dumps(list(Entry.objects.values("about", "figures", "act", "actor")))
    assert code not in log


def test_a_link_to_a_new_password_is_in_no_words_and_goes_when_it_was_used(person):
    user = make_user(person)
    Client().post("/password/forgotten/", {"email": user.email})
    notice = Notice.objects.get(person=person)
    link = notice.one_use_link
    assert link.startswith("/password/")
    assert link not in notice.body
    client = Client()
    form = client.get(link)["Location"]
    assert client.post(form, {"password1": "a quite different password"}).status_code == 302
    notice.refresh_from_db()
    assert notice.one_use_link == ""
    key = link.removeprefix("/password/").strip("/").partition("-")[2]
    assert key not in everything_kept()


@pytest.mark.parametrize(("state", "is_kept"), [("delivered", False), ("waiting", True), ("refused", True)])
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("invitation", {"link": "/invitation/made-code/", "body": "Come."}),
        (
            "sign-in",
            {"body": "Follow.\n\nhttps://staffroom.example/password/1-made-key/\n\nIf not, nothing."},
        ),
    ],
)
def test_links_from_before_are_sorted_out(kind, words, state, is_kept):
    notice = make_notice(kind=kind, **words)
    Notice.objects.update(state=state)
    moved = importlib.import_module("staffroom.school.notices.migrations.0004_old_links_go")
    moved.sort_out(apps, None)
    notice.refresh_from_db()
    assert notice.link == ""
    assert "made-key" not in notice.body
    assert bool(notice.one_use_link) is is_kept
    if is_kept:
        assert notice.one_use_link in ("/invitation/made-code/", "/password/1-made-key/")
    else:
        assert notice.one_use_until is None
