"""Do a provider's people come in, and only those whom the school knows? Tried with a real provider."""

from __future__ import annotations

import stat
from urllib.parse import urlsplit

import pytest
import requests
from django.conf import settings
from django.test import Client
from oidc_provider_mock import User as Claimed
from oidc_provider_mock import run_server_in_thread

from school.made_people import AT, TESTS, TODAY, make_person, make_user
from staffroom.records.posts import Post
from staffroom.school.people.actions import leave
from staffroom.school.people.actions.invitations import open_invitation
from staffroom.school.people.actions.providers import (
    Connection,
    add_provider,
    read_secret,
    remove_provider,
    secret_file,
)
from staffroom.school.people.models import Provider, ProviderKind, User, Way
from staffroom.school.people.queries.invitations import open_invitation_of
from staffroom.web.account.providers import vouched_address
from web.visiting import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.allow_hosts(["127.0.0.1", "::1", "localhost"])]

SECRET = "a secret between the two"


@pytest.fixture
def portal():
    """A provider that vouches for some addresses and not for others."""
    people = [
        Claimed(sub="known", claims={"email": "robin@hollybank.example", "email_verified": True}),
        Claimed(sub="unverified", claims={"email": "robin@hollybank.example", "email_verified": False}),
        Claimed(sub="stranger", claims={"email": "stranger@elsewhere.example", "email_verified": True}),
    ]
    with run_server_in_thread(user_claims=people) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def robin():
    person = make_person(given_name="Robin")
    person.email = "robin@hollybank.example"
    person.save()
    return person


def connect(issuer, kind=ProviderKind.OTHER):
    connection = Connection(kind, "Portal", issuer, "staffroom", SECRET, (issuer,))
    return add_provider(by=TESTS, at=AT, connection=connection, folder=settings.FOLDER)


def sign_in_at(portal, sub, client=None):
    """Go to the provider as the sign-in page leads there, sign in as somebody, and come back."""
    client = client or Client()
    there = client.post("/sign-in/with/other/")
    assert there["Location"].startswith(portal)
    back = requests.post(there["Location"], data={"sub": sub}, allow_redirects=False, timeout=10)
    parts = urlsplit(back.headers["Location"])
    return client, client.get(f"{parts.path}?{parts.query}")


def test_somebody_whom_the_school_knows_comes_in(portal, robin):
    connect(portal)
    client, answered = sign_in_at(portal, "known")
    assert (answered.status_code, answered["Location"]) == (302, "/")
    assert User.objects.get().person == robin
    assert client.get("/").status_code == 200


def test_they_come_in_again_as_the_same(portal, robin):
    connect(portal)
    sign_in_at(portal, "known")
    _, answered = sign_in_at(portal, "known")
    assert answered["Location"] == "/"
    assert User.objects.count() == 1


def test_coming_in_accepts_an_open_invitation(portal, robin):
    connect(portal)
    code = open_invitation(by=TESTS, at=AT, person=robin, way=Way.MAIL)
    sign_in_at(portal, "known")
    assert open_invitation_of(code, at=AT) is None


@pytest.mark.parametrize("sub", ["unverified", "stranger", "nobody@hollybank.example"])
def test_whom_the_school_does_not_know_stays_out(portal, robin, sub):
    connect(portal)
    client, answered = sign_in_at(portal, sub)
    assert answered.status_code == 403
    assert "The school does not know this address" in answered.content.decode()
    assert not User.objects.exists()
    assert client.get("/").status_code == 302


def test_a_leaver_stays_out(portal, robin):
    connect(portal)
    sign_in_at(portal, "known")
    leave(by=TESTS, at=AT, person=robin, last_day=TODAY)
    client, _ = sign_in_at(portal, "known")
    assert client.get("/").status_code == 302


def test_a_post_that_sees_other_people_gives_a_second_proof_all_the_same(portal):
    head = make_person(Post.HEADTEACHER)
    head.email = "robin@hollybank.example"
    head.save()
    connect(portal)
    client, _ = sign_in_at(portal, "known")
    assert client.get("/")["Location"] == "/my-sign-in/?needed=1"


def test_a_provider_that_is_silent_is_a_sentence(robin):
    connect("http://localhost:9")
    answered = Client().post("/sign-in/with/other/")
    assert answered.status_code == 502
    assert "Signing in there did not work" in answered.content.decode()


def test_there_is_no_way_to_a_provider_that_is_not_set_up():
    assert Client().post("/sign-in/with/google/").status_code == 404


def test_the_sign_in_page_may_lead_to_the_provider_and_no_other_page_may(portal, robin):
    connect(portal)
    policy = Client().get("/sign-in/")["Content-Security-Policy"]
    assert f"form-action 'self' {portal}" in policy
    assert portal not in sign_in(Client(), robin).get("/")["Content-Security-Policy"]


def test_the_secret_is_in_a_file_that_only_its_owner_reads_and_nowhere_else(portal):
    provider = connect(portal)
    file = secret_file(settings.FOLDER, "other")
    assert read_secret(settings.FOLDER, "other") == SECRET
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert SECRET not in str(vars(Provider.objects.get()))
    remove_provider(by=TESTS, at=AT, provider=provider, folder=settings.FOLDER)
    assert not file.exists()


def given(**changed):
    form = {"kind": "other", "name": "Portal", "client_id": "staffroom", "secret": SECRET}
    return form | changed


def test_an_administrator_adds_a_provider_and_removes_it(portal):
    client = sign_in(Client(), make_person(Post.ADMINISTRATOR))
    assert client.post("/providers/", given(issuer=portal + "/")).status_code == 302
    kept = Provider.objects.get()
    assert (kept.kind, kept.name, kept.issuer, kept.origins) == ("other", "Portal", portal, portal)
    assert "Sign in with Portal" in Client().get("/sign-in/").content.decode()
    assert client.post("/providers/other/remove/").status_code == 302
    assert not Provider.objects.exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"issuer": "http://portal.example"},
        {"issuer": "portal.example"},
        {"issuer": ""},
        {"issuer": "file:///etc/passwd"},
        {"issuer": "http://localhost:9"},
        {"kind": "microsoft", "issuer": "common"},
        {"kind": "microsoft", "issuer": ""},
        {"kind": "microsoft", "issuer": "a/b"},
    ],
)
def test_what_is_no_provider_is_not_added(changed):
    client = sign_in(Client(), make_person(Post.ADMINISTRATOR))
    answered = client.post("/providers/", given(**changed))
    assert answered.status_code == 200
    assert "There is a problem" in answered.content.decode()
    assert not Provider.objects.exists()


def test_the_secret_is_not_shown_again(portal):
    client = sign_in(Client(), make_person(Post.ADMINISTRATOR))
    assert SECRET not in client.post("/providers/", given(issuer="")).content.decode()


@pytest.mark.parametrize(
    ("kind", "claims", "address"),
    [
        ("google", {"email": "a@b.example", "email_verified": True}, "a@b.example"),
        ("google", {"email": "a@b.example"}, ""),
        ("google", {"email": "a@b.example", "email_verified": "false"}, ""),
        ("other", {"email": "a@b.example", "email_verified": "true"}, "a@b.example"),
        ("other", {"preferred_username": "a@b.example", "email_verified": True}, ""),
        ("microsoft", {"preferred_username": "a@b.example"}, "a@b.example"),
        ("microsoft", {"email": "a@b.example", "preferred_username": "c@b.example"}, "a@b.example"),
        ("microsoft", {}, ""),
    ],
)
def test_an_address_counts_where_the_provider_vouches_for_it(kind, claims, address):
    assert vouched_address(kind, claims) == address


def test_an_address_of_two_people_is_nobody_s(portal, robin):
    other = make_person()
    other.email = robin.email
    other.save()
    connect(portal)
    _, answered = sign_in_at(portal, "known")
    assert answered.status_code == 403


def test_a_provider_for_google_or_microsoft_is_named_by_its_kind():
    from staffroom.web.account.provider_settings import _issuer_of

    assert _issuer_of("google", "anything") == "https://accounts.google.com"
    assert _issuer_of("microsoft", "8f2c").endswith("/8f2c/v2.0")


def test_somebody_with_a_password_may_use_the_provider_too(portal, robin):
    user = make_user(robin)
    connect(portal)
    sign_in_at(portal, "known")
    assert User.objects.get() == user
