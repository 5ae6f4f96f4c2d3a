"""Do network managers keep logs and hosts, and see no people?"""

from __future__ import annotations

import pytest

from school.made_people import make_person
from school.monitoring.made_monitoring import (
    Leaders,
    account_of,
    read_log,
    switch_on,
    visit_lines,
    write_log,
)
from staffroom.records.posts import Post
from staffroom.school.monitoring.models import CatalogueOverride, LogSource
from traffic.made_traffic import MONDAY
from web.monitoring.made_visitor import clock_at_now, text, visitor

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-1")]
LOGS, HOSTS = "/monitoring/logs/", "/monitoring/logs/hosts/"


@pytest.fixture(autouse=True)
def now():
    with clock_at_now:
        yield


@pytest.fixture
def leaders():
    return Leaders()


def test_a_log_is_added_changed_and_stopped(leaders):
    client = visitor(leaders.network)
    place = {"title": "Proxy", "place": "/var/log/squid/access.log*", "format": ""}
    assert client.post(f"{LOGS}add/", place)["Location"] == LOGS
    source = LogSource.objects.get()
    assert client.post(f"{LOGS}{source.ref}/", place | {"title": "Main proxy"})["Location"] == LOGS
    assert "Main proxy" in text(client.get(LOGS))
    client.post(f"{LOGS}{source.ref}/switch/")
    source.refresh_from_db()
    assert (source.title, source.is_read) == ("Main proxy", False)


@pytest.mark.parametrize("place", ["", "access.log"])
def test_a_place_that_says_too_little_is_sent_back_with_a_reason(leaders, place):
    page = text(visitor(leaders.network).post(f"{LOGS}add/", {"title": "Proxy", "place": place}))
    assert "There is a problem" in page
    assert not LogSource.objects.exists()


def test_the_page_says_what_could_not_be_read_and_names_nobody(leaders, tmp_path):
    switch_on(leaders)
    person = make_person(given_name="Wilhelmina")
    log = write_log(tmp_path, visit_lines(account_of(person), MONDAY), "wilhelmina-laptop.log")
    log.write_bytes(log.read_bytes() + b"1788768000.1 www.facebook.com broken\n")
    read_log(leaders, log)
    source = LogSource.objects.get()
    LogSource.objects.update(title="Proxy")
    for address in (LOGS, f"{LOGS}{source.ref}/"):
        page = text(visitor(leaders.network).get(address))
        assert "1: " in page
        assert account_of(person) not in page
        assert person.ref not in page
    assert "Wilhelmina" not in text(visitor(leaders.network).get(LOGS))


def test_a_log_that_was_not_there_is_a_task(leaders, tmp_path):
    switch_on(leaders)
    read_log(leaders, tmp_path / "gone.log")
    assert "Look at logs that could not be read" in text(visitor(leaders.network).get("/"))


def test_a_word_about_a_host_has_a_reason_and_is_ended_again(leaders):
    client = visitor(leaders.network)
    word = {"host": "www.facebook.com", "role": "unlisted", "service": "", "reason": ""}
    assert "There is a problem" in text(client.post(HOSTS, word))
    assert client.post(HOSTS, word | {"reason": "The school's page is there."})["Location"] == HOSTS
    made = CatalogueOverride.objects.get()
    assert "The school&#x27;s page is there." in text(client.get(HOSTS))
    client.post(f"{HOSTS}{made.ref}/end/")
    made.refresh_from_db()
    assert made.ended_at is not None


@pytest.mark.parametrize("post", [one for one in Post if one is not Post.NETWORK])
def test_nobody_else_keeps_logs(leaders, post):
    source = LogSource.objects.create(
        title="Proxy", place="/x", added_by=leaders.network, added_at="2026-09-01T00:00Z"
    )
    client = visitor(make_person(post))
    for address in (LOGS, HOSTS, f"{LOGS}add/", f"{LOGS}{source.ref}/"):
        assert client.get(address).status_code == 403
    assert client.post(f"{LOGS}{source.ref}/switch/").status_code == 403


def test_the_network_manager_opens_no_page_with_people(leaders):
    client = visitor(leaders.network)
    for address in ("/monitoring/counts/", "/monitoring/answers/", "/monitoring/record/", "/people/"):
        assert client.get(address).status_code == 403


def test_more_sources_ask_no_more(leaders, django_assert_max_num_queries):
    for number in range(20):
        LogSource.objects.create(
            title=f"Proxy {number}",
            place=f"/{number}",
            added_by=leaders.network,
            added_at="2026-09-01T00:00Z",
        )
    client = visitor(leaders.network)
    with django_assert_max_num_queries(32):
        client.get(LOGS)
