"""Are the secrets of codes sealed, and what does somebody read whose secret cannot be opened?"""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, TOTP, generate_totp_secret, hotp_value
from allauth.mfa.totp.internal.auth import format_hotp_value as written
from django.core.cache import cache
from django.db import connection
from django.test import Client

from school.made_people import AT, PASSWORD, make_person, make_user
from staffroom.records.actors import system
from staffroom.records.posts import Post
from staffroom.school.audit.models import Entry
from staffroom.school.people.actions.second_factors import seal_factors
from staffroom.school.people.queries.second_factors import Factors, count_factors
from staffroom.vault.sealed_texts import make_ring
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

ASKED = "/sign-in/code/"
CLOCK = system("clock")


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """A folder of its own, so that each test has its own key."""
    cache.clear()
    settings.FOLDER = tmp_path
    return tmp_path


@pytest.fixture
def user():
    return make_user(make_person(Post.HEADTEACHER))


def just_signed_in(user):
    """Sign in, with everything shown just now, so that nothing is asked again."""
    client = sign_in(Client(), user.person)
    session = client.session
    now = {"at": time.time(), "reauthenticated": True}  # noqa: TID251
    session["account_authentication_methods"] = [
        one | now for one in session["account_authentication_methods"]
    ]
    session.save()
    return client


def code_of(secret: str) -> str:
    return written(hotp_value(secret, int(time.time()) // 30))  # noqa: TID251


def enter(user, code):
    client = Client()
    assert client.post("/sign-in/", {"login": user.email, "password": PASSWORD})["Location"] == ASKED
    return client.post(ASKED, {"code": code})


def key_file(folder: Path) -> Path:
    return folder / "keys" / "second-factors"


def all_that_the_database_holds() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        return json.dumps([str(row[0]) for row in cursor.fetchall()])


def keep_plain(user, secret):
    return Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": secret})


def test_an_app_added_on_the_page_is_sealed_and_signs_in(user):
    client = just_signed_in(user)
    client.get("/my-sign-in/code/")
    secret = client.session[SECRET_SESSION_KEY]
    assert client.post("/my-sign-in/code/", {"code": code_of(secret)}).status_code == 302
    assert secret not in all_that_the_database_holds()
    assert SECRET_SESSION_KEY not in client.session
    cache.clear()
    assert enter(user, code_of(secret))["Location"] == "/"


def test_recovery_codes_are_sealed_and_sign_in(user):
    TOTP.activate(user, generate_totp_secret())
    codes = RecoveryCodes.activate(user)
    assert codes.instance.data["seed"].startswith("sealed:1:")
    assert enter(user, codes.get_unused_codes()[0])["Location"] == "/"


def test_a_secret_from_before_sealing_signs_in_and_the_clock_seals_it(user):
    secret = generate_totp_secret()
    keep_plain(user, secret)
    assert enter(user, code_of(secret))["Location"] == "/"
    assert count_factors() == Factors(0, 1, 0)
    assert seal_factors(by=CLOCK, at=AT) == 1
    assert secret not in all_that_the_database_holds()
    assert count_factors() == Factors(1, 0, 0)
    cache.clear()
    assert enter(user, code_of(secret))["Location"] == "/"


def test_sealing_twice_changes_nothing_and_the_log_names_nobody(user):
    keep_plain(user, generate_totp_secret())
    seal_factors(by=CLOCK, at=AT)
    before = all_that_the_database_holds()
    assert seal_factors(by=CLOCK, at=AT) == 0
    assert all_that_the_database_holds() == before
    line = Entry.objects.get(act="people.second factors sealed")
    assert line.figures == {"proofs": 1}


def test_a_used_recovery_code_stays_used_when_its_seed_is_sealed(user, own_folder):
    TOTP.activate(user, generate_totp_secret())
    codes = RecoveryCodes.activate(user)
    used = codes.get_unused_codes()[0]
    assert enter(user, used)["Location"] == "/"
    add_key(own_folder)
    assert seal_factors(by=CLOCK, at=AT) == 2
    assert enter(user, used).status_code == 200


def add_key(folder):
    other = folder / "other"
    make_ring(other, "")
    key_file(folder).write_text(key_file(folder).read_text() + other.read_text())


def test_after_a_new_key_the_old_one_can_go(user, own_folder):
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    add_key(own_folder)
    assert count_factors() == Factors(1, 0, 0)
    seal_factors(by=CLOCK, at=AT)
    newest = key_file(own_folder).read_text().split()[-1]
    key_file(own_folder).write_text(newest + "\n")
    assert enter(user, code_of(secret))["Location"] == "/"


@pytest.mark.parametrize("key", ["gone", "wrong"])
def test_without_the_right_key_one_reads_how_to_go_on(user, own_folder, key):
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user).get_unused_codes()
    right = key_file(own_folder).read_text()
    key_file(own_folder).unlink()
    if key == "wrong":
        key_file(own_folder).write_text(right[::-1].strip()[1:] + "A\n")
    for code in (code_of(secret), codes[0]):
        answer = enter(user, code)
        assert answer.status_code == 503
        page = answer.content.decode()
        assert "A passkey still works." in page
        assert "keys/second-factors back from a backup" in page
    assert count_factors() == Factors(0, 0, 2)
    key_file(own_folder).write_text(right)
    assert enter(user, code_of(secret))["Location"] == "/"


def test_without_the_key_ones_own_sign_in_can_be_looked_at_and_codes_be_made_anew(user, own_folder):
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    key_file(own_folder).unlink()
    client = just_signed_in(user)
    assert client.get("/my-sign-in/").status_code == 200
    assert client.get("/my-sign-in/recovery-codes/").status_code == 503
    assert client.post("/my-sign-in/recovery-codes/new/").status_code == 302
    assert client.get("/my-sign-in/recovery-codes/").status_code == 200


def test_the_clock_leaves_alone_what_no_key_opens(user, own_folder):
    TOTP.activate(user, generate_totp_secret())
    key_file(own_folder).unlink()
    before = all_that_the_database_holds()
    assert seal_factors(by=CLOCK, at=AT) == 0
    assert all_that_the_database_holds() == before
