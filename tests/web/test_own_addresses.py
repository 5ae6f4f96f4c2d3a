"""Can a person add an address of their own, only where it is theirs, and take it away?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from notifiers.made_servers import Hook, Letters, free_port, mail_server, web_server
from school.made_people import AT, TESTS, make_person
from school.notices.made_notices import use_server
from staffroom.notifiers.kinds.email import KIND as EMAIL
from staffroom.school.audit.models import Entry
from staffroom.school.notices.actions.channels import (
    CODE_TRIES,
    MOST,
    add_channel,
    confirm_channel,
    forget_unconfirmed,
)
from staffroom.school.notices.models import Channel
from staffroom.school.notices.ways import ways_of
from web.visiting import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.allow_hosts(["127.0.0.1"])]

OWN = "robin.own@elsewhere.example"


@pytest.fixture
def post():
    letters, port = Letters(), free_port()
    use_server(port)
    with mail_server(letters, port):
        yield letters


@pytest.fixture
def person():
    return make_person()


@pytest.fixture
def client(person):
    return sign_in(Client(), person)


def code_in(letters: Letters) -> str:
    text = letters.arrived[-1][1].get_body(("plain",)).get_content()
    (code,) = [line for line in text.splitlines() if re.fullmatch("[0-9a-z]{8}", line)]
    return code


def add(client: Client, address: str = OWN, kind: str = "email"):
    return client.post("/notices/addresses/add/", {"kind": kind, "address": address})


def test_a_code_goes_to_the_address_and_with_it_the_address_is_used(post, client, person):
    answered = add(client)
    channel = Channel.objects.get()
    assert answered["Location"] == f"/notices/addresses/{channel.ref}/confirm/"
    assert [way.address for way in ways_of(person)] == [person.email]
    done = client.post(answered["Location"], {"code": f" {code_in(post).upper()} "}, follow=True)
    assert "You are told at this address as well from now on." in done.content.decode()
    person.refresh_from_db()
    assert [way.address for way in ways_of(person)] == [person.email, OWN]


def test_a_wrong_code_is_no_proof_and_five_tries_are_all(post, client, person):
    confirm = add(client)["Location"]
    for _ in range(CODE_TRIES):
        assert "This is not the code" in client.post(confirm, {"code": "wrong123"}).content.decode()
    assert "This is not the code" in client.post(confirm, {"code": code_in(post)}).content.decode()
    assert Channel.objects.get().confirmed_at is None


def test_a_code_lasts_for_a_day_and_then_the_address_is_forgotten(post, person):
    channel = add_channel(by=TESTS, at=AT, person=person, kind=EMAIL, address=OWN)
    late = AT + timedelta(days=1, seconds=1)
    assert not confirm_channel(by=TESTS, at=late, channel=channel, code=code_in(post))
    assert forget_unconfirmed(by=TESTS, at=AT + timedelta(hours=1)) == 0
    assert forget_unconfirmed(by=TESTS, at=late) == 1
    assert not Channel.objects.exists()


def test_an_address_that_cannot_be_reached_is_not_added_and_the_page_says_why(client):
    page = add(client).content.decode()
    assert "The school&#x27;s mail is not set up yet." in page
    assert not Channel.objects.exists()


@pytest.mark.parametrize(
    ("kind", "address"), [("email", "nonsense"), ("apprise", "x"), ("webhook", "x"), ("", OWN)]
)
def test_what_is_no_address_is_said_at_the_field(client, kind, address):
    page = add(client, address, kind).content.decode()
    assert "There is a problem" in page
    assert not Channel.objects.exists()


def test_the_address_of_a_service_is_kept_as_a_secret_and_goes_with_its_channel(client, person):
    use_server(free_port())
    hook = Hook()
    with web_server(hook) as web:
        add(client, f"{web}/a-secret-token", "webhook")
    channel = Channel.objects.get()
    assert (channel.address, channel.shown) == ("", "127.0.0.1")
    file = settings.FOLDER / "keys" / f"channel-{channel.ref}"
    assert file.read_text() == f"{web}/a-secret-token"
    assert file.stat().st_mode & 0o777 == 0o600
    assert "a-secret-token" not in client.get("/notices/addresses/").content.decode()


def test_a_person_takes_an_address_away_and_its_secret_goes_too(client, django_capture_on_commit_callbacks):
    use_server(free_port())
    hook = Hook()
    with web_server(hook) as web:
        add(client, f"{web}/token", "webhook")
    channel = Channel.objects.get()
    remove = f"/notices/addresses/{channel.ref}/remove/"
    assert "Nothing will go to 127.0.0.1" in client.get(remove).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(remove)["Location"] == "/notices/addresses/"
    assert not Channel.objects.exists()
    assert not (settings.FOLDER / "keys" / f"channel-{channel.ref}").exists()


def test_nobody_else_confirms_or_takes_away_an_address(post, person):
    add_channel(by=TESTS, at=AT, person=person, kind=EMAIL, address=OWN)
    channel = Channel.objects.get()
    other = sign_in(Client(), make_person())
    for what in ("confirm", "remove"):
        assert other.get(f"/notices/addresses/{channel.ref}/{what}/").status_code == 404
        answered = other.post(f"/notices/addresses/{channel.ref}/{what}/", {"code": code_in(post)})
        assert answered.status_code == 404
    assert Channel.objects.get().confirmed_at is None


def test_there_is_an_end_to_how_many_may_be_added(post, client, person):
    for number in range(MOST):
        add(client, f"own{number}@elsewhere.example")
    assert "as many addresses as there may be" in add(client).content.decode()
    assert "Add an address of your own" not in client.get("/notices/addresses/").content.decode()


def test_the_audit_log_names_no_address(post, client, person):
    client.post(add(client)["Location"], {"code": code_in(post)})
    acts = list(Entry.objects.filter(about_kind="address").values_list("act", flat=True))
    assert acts == ["notices.address added", "notices.address confirmed"]
    assert OWN not in str(list(Entry.objects.values()))


def test_the_code_itself_is_kept_nowhere(post, client):
    add(client)
    assert code_in(post) not in str(list(Channel.objects.values()))
