"""Does the sign-in keep out whoever guesses, and tell them nothing?"""

from __future__ import annotations

import re

import pytest
from axes.models import AccessAttempt
from django.core import mail
from django.core.cache import cache
from django.test import Client

from school.made_people import PASSWORD, make_person, make_user
from staffroom.records.posts import Post
from staffroom.school.notices.models import Notice
from staffroom.web.account.sessions import describe_browser
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

LIMIT = 8
MISMATCH = "The address and the password do not belong together."


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


def attempt(email, password, client=None):
    return (client or Client()).post("/sign-in/", {"login": email, "password": password})


def shown(answer):
    return re.sub(r'value="[^"]*"', "", answer.content.decode())


def test_an_address_and_a_password_that_belong_together_sign_in():
    user = make_user(make_person())
    assert attempt(user.email, PASSWORD)["Location"] == "/"


def test_capitals_in_the_address_do_not_matter():
    user = make_user(make_person())
    assert attempt(user.email.upper(), PASSWORD).status_code == 302


def test_a_wrong_password_and_an_unknown_address_look_the_same():
    user = make_user(make_person())
    wrong = attempt(user.email, "not the password")
    unknown = attempt("nobody@hollybank.example", "not the password")
    assert MISMATCH in shown(wrong)
    assert shown(wrong) == shown(unknown)
    assert wrong.status_code == unknown.status_code


@pytest.mark.parametrize("exists", [True, False])
def test_after_eight_attempts_there_is_a_plain_page_whether_or_not_the_address_exists(exists):
    email = make_user(make_person()).email if exists else "nobody@hollybank.example"
    for _ in range(LIMIT - 1):
        assert attempt(email, "not the password").status_code == 200
    locked = attempt(email, "not the password")
    assert locked.status_code == 429
    assert "Wait a quarter of an hour" in locked.content.decode()


def test_the_right_password_does_not_open_what_is_locked():
    user = make_user(make_person())
    for _ in range(LIMIT):
        attempt(user.email, "not the password")
    assert attempt(user.email, PASSWORD).status_code == 429
    assert attempt(user.email.upper() + " ", PASSWORD).status_code == 429


def test_somebody_else_is_not_locked_out_with_them():
    user, other = make_user(make_person()), make_user(make_person())
    for _ in range(LIMIT):
        attempt(user.email, "not the password")
    assert attempt(other.email, PASSWORD).status_code == 302


def test_signing_in_forgets_earlier_mistakes():
    user = make_user(make_person())
    for _ in range(2):
        for _ in range(LIMIT - 1):
            attempt(user.email, "not the password")
        assert attempt(user.email, PASSWORD).status_code == 302


def test_what_was_typed_is_kept_nowhere():
    attempt("my-secret-password", "robin@hollybank.example")
    attempt("robin@hollybank.example", "my-secret-password")
    kept = str([vars(one) for one in AccessAttempt.objects.all()])
    assert AccessAttempt.objects.exists()
    assert "my-secret" not in kept
    assert "robin" not in kept


def test_a_known_address_is_sent_a_link_and_an_unknown_one_nothing():
    user = make_user(make_person())
    answers = [
        Client().post("/password/forgotten/", {"email": email})
        for email in (user.email, "nobody@hollybank.example")
    ]
    assert [(one.status_code, one["Location"]) for one in answers] == [(302, "/password/forgotten/sent/")] * 2
    assert Notice.objects.get().person == user.person
    assert mail.outbox == []


def test_the_link_makes_a_new_password_once():
    user = make_user(make_person())
    Client().post("/password/forgotten/", {"email": user.email})
    link = Notice.objects.get().one_use_link
    client = Client()
    form = client.get(link, follow=True)
    there = form.redirect_chain[-1][0]
    assert client.post(there, {"password1": "a lantern, a kettle, a hedge"}).status_code == 302
    assert attempt(user.email, "a lantern, a kettle, a hedge").status_code == 302
    assert "This link no longer works" in Client().get(link, follow=True).content.decode()


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012"])
def test_a_password_that_is_tried_first_is_not_taken(password):
    client = sign_in(Client(), make_person())
    answer = client.post("/my-sign-in/password/", {"oldpassword": PASSWORD, "password1": password})
    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()


def test_a_session_alone_adds_no_second_proof():
    client = sign_in(Client(), make_person(Post.HEADTEACHER), with_second_factor=False)
    for address in ("/my-sign-in/code/", "/my-sign-in/passkeys/add/", "/my-sign-in/recovery-codes/new/"):
        answer = client.post(address, {"code": "000000"})
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/my-sign-in/again/"), address


def test_a_proof_that_somebody_else_gave_in_this_browser_does_not_count():
    client = sign_in(Client(), make_person(Post.HEADTEACHER))
    session = client.session
    session["account_authentication_methods_user"] = "999999"
    session.save()
    assert client.get("/")["Location"] == "/my-sign-in/?needed=1"


def test_the_page_says_why_a_second_proof_is_needed():
    client = sign_in(Client(), make_person(Post.HEADTEACHER), with_second_factor=False)
    page = client.get("/", follow=True).content.decode()
    assert "Your post lets you see other people’s data" in page
    assert "Your post lets you see" not in client.get("/my-sign-in/").content.decode()


def test_a_change_of_the_sign_in_is_told_to_its_owner():
    person = make_person()
    client = sign_in(Client(), person)
    client.post(
        "/my-sign-in/password/", {"oldpassword": PASSWORD, "password1": "a lantern, a kettle, a hedge"}
    )
    told = Notice.objects.get()
    assert (told.person, told.subject) == (person, "Your sign-in has changed")
    assert "password" in told.body


def test_somebody_ends_their_other_sessions():
    person = make_person()
    here, there = sign_in(Client(), person), sign_in(Client(), person)
    for client in (here, there):
        client.get("/")
    assert "2 browsers" in here.get("/my-sign-in/").content.decode()
    here.post("/my-sign-in/sessions/")
    assert there.get("/").status_code == 302
    assert here.get("/").status_code == 200


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/156.0 Safari/537.36 Edg/156.0", "Edge on Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0; rv:146.0) Gecko/20100101 Firefox/146.0", "Firefox on Windows"),
        ("", "A browser that does not say its name"),
        ("<script>", "A browser that does not say its name"),
    ],
)
def test_a_browser_is_named_in_words(sent, words):
    assert describe_browser(sent) == words
