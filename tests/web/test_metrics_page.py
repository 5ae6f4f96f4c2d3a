"""Are the metrics there only where they are wanted, and do they count the office and nobody in it?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from school.made_people import make_person
from school.notices.made_notices import make_notice
from staffroom.school.clock.keeping import take_clock
from staffroom.school.notices.models import Notice
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

TOKEN = "a long made token for tests"


def ask(**more) -> int:
    return Client().get("/metrics", **more).status_code


def test_there_are_none_unless_they_are_wanted():
    assert ask() == 404


def test_from_this_machine_they_are_read_where_that_is_set(settings):
    settings.METRICS = "loopback"
    assert ask() == 200
    assert ask(REMOTE_ADDR="::1") == 200
    assert ask(REMOTE_ADDR="192.0.2.7") == 404
    assert ask(REMOTE_ADDR="nonsense") == 404


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
def test_what_a_proxy_brings_from_elsewhere_is_not_from_this_machine(settings, header):
    settings.METRICS = "loopback"
    assert ask(headers={header: "127.0.0.1"}) == 404


def test_with_a_token_whoever_has_it_reads_them_and_nobody_else(settings):
    settings.METRICS = TOKEN
    assert ask() == 404
    assert ask(headers={"Authorization": "Bearer wrong"}) == 404
    assert ask(headers={"Authorization": f"Bearer {TOKEN}"}, REMOTE_ADDR="192.0.2.7") == 200


def read(settings) -> dict[tuple[str, tuple[str, ...]], float]:
    settings.METRICS = "loopback"
    text = Client().get("/metrics").content.decode()
    return {
        (sample.name, tuple(sample.labels[name] for name in sorted(sample.labels))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_they_count_answers_by_route_notices_by_state_and_how_old_things_are(settings):
    now = timezone.now()
    take_clock(holder="one", at=now - timedelta(seconds=30))
    make_notice()
    make_notice()
    Notice.objects.update(written_at=now - timedelta(minutes=5))
    sign_in(Client(), make_person()).get("/notices/")
    found = read(settings)
    assert found["staffroom_answers_total", ("GET", "notices", "200")] >= 1
    assert found["staffroom_answer_seconds_count", ("notices",)] >= 1
    assert found["staffroom_notices", ("waiting",)] == 2
    assert found["staffroom_notices", ("refused",)] == 0
    assert found["staffroom_oldest_notice_seconds", ()] == pytest.approx(300, abs=20)
    assert found["staffroom_clock_seconds", ()] == pytest.approx(30, abs=20)


def test_a_method_of_a_strangers_invention_makes_no_row_of_its_own(settings):
    Client().generic("CANARY", "/")
    labels = {label for _, labels in read(settings) for label in labels}
    assert "CANARY" not in labels
    assert "other" in labels
