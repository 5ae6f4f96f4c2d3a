"""Is the notice a page that comes before going on, once for each text?"""

from __future__ import annotations

import re

import pytest
from django.test import Client

from school.made_people import make_person
from school.monitoring.made_monitoring import READ_AT, Leaders, by, switch_on
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.monitoring.actions.settings import Setting, change_setting
from staffroom.school.monitoring.models import NoticeSeen
from web.monitoring.made_visitor import clock_at_now, text, visitor

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-1")]
NOTICE = "/monitoring/notice/"


@pytest.fixture(autouse=True)
def now():
    with clock_at_now:
        yield


@pytest.fixture
def leaders():
    made = Leaders()
    switch_on(made)
    return made


def read(client, onward=""):
    page = text(client.get(NOTICE))
    shown = re.search(r'name="shown" value="(\w+)"', page).group(1)
    return client.post(NOTICE, {"shown": shown, "onward": onward})


@pytest.mark.parametrize("standing", Standing)
def test_at_the_first_sign_in_the_notice_comes_before_every_other_page(leaders, standing):
    client = visitor(make_person(standings=(standing,)), has_read=False)
    for address in ("/", "/monitoring/", "/monitoring/my-record/", "/monitoring/purposes/"):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, f"{NOTICE}?onward={address}")
    assert client.get(NOTICE).status_code == 200


def test_it_comes_again_until_the_person_says_that_they_have_read_it(leaders):
    client = visitor(make_person(), has_read=False)
    client.get(NOTICE)
    assert client.get("/").status_code == 302
    assert read(client, "/monitoring/purposes/")["Location"] == "/monitoring/purposes/"
    assert client.get("/").status_code == 200
    assert NoticeSeen.objects.count() == 1


def test_it_comes_again_when_a_setting_changes_it(leaders):
    client = visitor(make_person())
    assert client.get("/").status_code == 200
    change_setting(
        by=by(leaders.head), at=READ_AT, setting=Setting.KEEP_DAYS, value=30, reason="Less will do."
    )
    assert client.get("/")["Location"].startswith(NOTICE)
    page = text(client.get(NOTICE))
    assert "has changed since you last read it" in page
    assert "after 30 days" in page


def test_it_does_not_come_before_monitoring_was_ever_on():
    assert visitor(make_person()).get("/").status_code == 200


def test_somebody_can_sign_out_instead(leaders):
    client = visitor(make_person(), has_read=False)
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/")["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_it_never_leads_on_to_another_site(leaders, elsewhere):
    assert read(visitor(make_person(), has_read=False), elsewhere)["Location"] == "/"


def test_a_text_that_nobody_was_shown_is_not_taken_as_read(leaders):
    client = visitor(make_person(), has_read=False)
    answer = client.post(NOTICE, {"shown": "0" * 64})
    assert "was changed while you read it" in text(answer)
    assert NoticeSeen.objects.count() == 0


def test_what_was_just_filled_in_is_not_lost_to_it(leaders):
    client = visitor(make_person(), has_read=False)
    line = {"service": "facebook", "purpose": "The choir.", "since": "2026-09-15"}
    assert client.post("/monitoring/purposes/", line)["Location"] == "/monitoring/purposes/"


def test_somebody_refused_is_refused_and_not_sent_to_read(leaders):
    assert visitor(make_person(), has_read=False).get("/monitoring/record/").status_code == 403


def test_it_costs_every_page_one_query(leaders, django_assert_num_queries):
    from staffroom.school.monitoring.queries.notice import is_notice_unread

    person = make_person()
    with django_assert_num_queries(1):
        is_notice_unread(person)


def test_a_head_with_one_factor_gives_the_second_first(leaders):
    from web.visiting import sign_in

    client = sign_in(Client(), make_person(Post.DEPUTY), with_second_factor=False)
    assert client.get("/")["Location"].startswith("/my-sign-in/")
