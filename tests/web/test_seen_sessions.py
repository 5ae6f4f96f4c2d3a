"""Is it known in which browsers somebody is signed in, without a write for every page?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from school.made_people import make_person
from staffroom.web.middleware.sessions import NEWS_AFTER
from web.visiting import sign_in

pytestmark = pytest.mark.django_db
WRITES = ("INSERT", "UPDATE", "DELETE", "BEGIN", "SAVEPOINT")


@pytest.fixture
def browser():
    client = sign_in(Client(headers={"user-agent": "Firefox"}), make_person())
    client.get("/")
    return client


def writes_of(client: Client, **more) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        client.get("/", **more)
    return [one["sql"] for one in asked.captured_queries if one["sql"].startswith(WRITES)]


def put_back(by: timedelta) -> None:
    seen = UserSession.objects.get()
    UserSession.objects.update(last_seen_at=seen.last_seen_at - by)


def test_the_first_page_of_a_session_writes_down_its_browser(browser):
    assert UserSession.objects.get().user_agent == "Firefox"


def test_a_page_soon_after_another_writes_nothing(browser):
    assert writes_of(browser) == []


def test_a_session_that_comes_back_later_was_seen_again(browser):
    put_back(NEWS_AFTER)
    before = UserSession.objects.get().last_seen_at
    assert writes_of(browser)
    assert UserSession.objects.get().last_seen_at > before
    assert writes_of(browser) == []


def test_another_browser_with_the_same_session_is_written_down_at_once(browser):
    assert writes_of(browser, headers={"user-agent": "Edg"})
    assert UserSession.objects.get().user_agent == "Edg"


def test_another_address_with_the_same_session_is_written_down_at_once(browser):
    assert writes_of(browser, REMOTE_ADDR="192.0.2.7")
    assert UserSession.objects.get().ip == "192.0.2.7"


def test_a_browser_with_a_name_longer_than_is_kept_is_known_again(browser):
    long = {"user-agent": "Firefox " * 100}
    assert writes_of(browser, headers=long)
    assert writes_of(browser, headers=long) == []


def test_somebody_who_has_not_signed_in_has_no_such_session():
    Client().get("/accounts/login/")
    assert not UserSession.objects.exists()
