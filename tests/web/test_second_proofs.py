"""Does whoever sees other people's data keep a second proof, and does a guess at a code get nowhere?"""

from __future__ import annotations

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.test import Client

from school.made_people import PASSWORD, make_person, make_user
from staffroom.records.posts import Post
from staffroom.web.account.adapter import SchoolFactorAdapter
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

ASKED = "/sign-in/code/"


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


def with_app(*posts):
    user = make_user(make_person(*posts))
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return user, secret


def passkey_of(user, name="Laptop"):
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": name, "credential": {}}
    )


def first_step(user):
    client = Client()
    answer = client.post("/sign-in/", {"login": user.email, "password": PASSWORD})
    assert answer["Location"] == ASKED
    return client


def code_of(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))  # noqa: TID251


def test_the_password_alone_does_not_sign_in_whoever_has_an_app():
    user, _ = with_app(Post.HEADTEACHER)
    assert first_step(user).get("/")["Location"].startswith("/sign-in/")


def test_the_password_and_a_code_of_the_app_do():
    user, secret = with_app(Post.HEADTEACHER)
    client = first_step(user)
    assert client.post(ASKED, {"code": code_of(secret)})["Location"] == "/"
    assert client.get("/").status_code == 200


def test_a_code_works_once():
    user, secret = with_app(Post.HEADTEACHER)
    code = code_of(secret)
    first_step(user).post(ASKED, {"code": code})
    assert first_step(user).post(ASKED, {"code": code}).status_code == 200


def test_a_recovery_code_works_once():
    user, _ = with_app(Post.HEADTEACHER)
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    assert first_step(user).post(ASKED, {"code": code})["Location"] == "/"
    assert first_step(user).post(ASKED, {"code": code}).status_code == 200


def test_guessing_codes_ends_after_twenty_guesses():
    user, secret = with_app(Post.HEADTEACHER)
    client = first_step(user)
    for _ in range(20):
        client.post(ASKED, {"code": "000000"})
    answer = client.post(ASKED, {"code": code_of(secret)})
    assert "There were too many attempts." in answer.content.decode()


@pytest.mark.parametrize(("post", "may"), [(Post.HEADTEACHER, False), (Post.NETWORK, True), (None, True)])
def test_the_last_proof_stays_with_whoever_s_post_needs_one(post, may):
    user, _ = with_app(*([post] if post else []))
    app = Authenticator.objects.get(user=user)
    assert SchoolFactorAdapter().can_delete_authenticator(app) is may


def test_one_of_two_proofs_may_go_and_recovery_codes_are_no_proof_of_their_own():
    user, _ = with_app(Post.HEADTEACHER)
    app = Authenticator.objects.get(user=user)
    RecoveryCodes.activate(user)
    assert not SchoolFactorAdapter().can_delete_authenticator(app)
    passkey_of(user)
    assert SchoolFactorAdapter().can_delete_authenticator(app)


@pytest.mark.parametrize(("post", "left"), [(Post.HEADTEACHER, 1), (Post.NETWORK, 0)])
def test_a_last_passkey_is_kept_for_a_post_and_goes_for_others(post, left):
    person = make_person(post)
    client = sign_in(Client(), person)
    session = client.session
    session["account_authentication_methods"] = [
        one | {"at": time.time(), "reauthenticated": True}  # noqa: TID251
        for one in session["account_authentication_methods"]
    ]
    session.save()
    passkey = passkey_of(person.user)
    page = client.post(f"/my-sign-in/passkeys/{passkey.pk}/remove/").content.decode()
    assert Authenticator.objects.filter(pk=passkey.pk).count() == left
    assert ("Your post needs a second proof." in page) is bool(left)


def test_nobody_removes_the_passkey_of_somebody_else():
    other = passkey_of(make_user(make_person()))
    client = sign_in(Client(), make_person())
    assert client.post(f"/my-sign-in/passkeys/{other.pk}/remove/").status_code in (302, 404)
    assert Authenticator.objects.filter(pk=other.pk).exists()
