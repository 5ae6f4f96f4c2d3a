"""Can people ask for a school purpose on pages, and are they answered?"""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from school.made_people import make_person
from school.monitoring.made_monitoring import Leaders
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.monitoring.models import SchoolPurpose
from web.monitoring.made_visitor import NOW, clock_at_now, text, visitor

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-2")]
PURPOSES, ANSWERS = "/monitoring/purposes/", "/monitoring/answers/"
LINE = {"service": "facebook", "purpose": "The choir's page.", "since": "2026-09-15", "until": "2026-12-18"}


@pytest.fixture(autouse=True)
def now():
    with clock_at_now:
        yield


@pytest.fixture
def leaders():
    return Leaders()


@pytest.mark.parametrize("standing", Standing)
def test_everybody_in_scope_can_ask_and_reads_the_answer(leaders, standing):
    asker = make_person(standings=(standing,), given_name="Wilhelmina")
    client, head = visitor(asker), visitor(leaders.head)
    assert client.post(PURPOSES, LINE)["Location"] == PURPOSES
    assert "due by 29 Sep 2026" in text(client.get(PURPOSES))
    request = SchoolPurpose.objects.get()
    assert "Answer 1 request or remark" in text(head.get("/"))
    assert "Wilhelmina" in text(head.get(ANSWERS))
    refused = text(head.post(f"{ANSWERS}requests/{request.ref}/", {"is_right": "no", "because": ""}))
    assert "why it is refused" in refused
    head.post(f"{ANSWERS}requests/{request.ref}/", {"is_right": "no", "because": "Not this term."})
    assert "Refused: Not this term." in text(client.get(PURPOSES))


def test_what_waits_too_long_is_said_with_its_age(leaders):
    visitor(make_person()).post(PURPOSES, LINE)
    with time_machine.travel(NOW + timedelta(days=15), tick=False):
        page = text(visitor(leaders.head).get("/"))
    assert "The oldest waits for 15 days." in page
    assert "Overdue" in page


def test_nobody_answers_their_own_request(leaders):
    head = visitor(leaders.head)
    head.post(PURPOSES, LINE)
    request = SchoolPurpose.objects.get()
    assert head.post(f"{ANSWERS}requests/{request.ref}/", {"is_right": "yes"}).status_code == 403
    assert SchoolPurpose.objects.get().state == "asked"


def test_a_line_for_a_role_is_written_and_ended(leaders):
    head = visitor(leaders.head)
    assert "either a person or a role" in text(head.post(f"{ANSWERS}allow/", LINE))
    assert head.post(f"{ANSWERS}allow/", LINE | {"role": "media team"})["Location"] == ANSWERS
    line = SchoolPurpose.objects.get()
    assert "media team" in text(head.get(ANSWERS))
    head.post(f"{ANSWERS}lines/{line.ref}/end/")
    line.refresh_from_db()
    assert str(line.until) == "2026-09-15"


def test_a_line_names_the_person_whom_it_is_for_on_their_page(leaders):
    person = make_person()
    visitor(leaders.head).post(f"{ANSWERS}allow/", LINE | {"person": person.email.upper()})
    assert "Lines that name you" in text(visitor(person).get(PURPOSES))
    assert "Lines that name you" not in text(visitor(make_person()).get(PURPOSES))


@pytest.mark.parametrize(
    "post", [Post.CHAIR, Post.NETWORK, Post.DATA_PROTECTION, Post.ADMINISTRATOR, Post.ASSISTANT]
)
def test_nobody_else_answers_or_allows(leaders, post):
    visitor(make_person()).post(PURPOSES, LINE)
    request = SchoolPurpose.objects.get()
    client = visitor(make_person(post))
    for address in (ANSWERS, f"{ANSWERS}allow/", f"{ANSWERS}requests/{request.ref}/"):
        assert client.get(address).status_code == 403
        assert client.post(address, {"is_right": "yes"}).status_code in (403, 405)
    assert client.post(f"{ANSWERS}lines/{request.ref}/end/").status_code == 403


def test_an_address_that_nobody_has_is_said_to_be(leaders):
    page = text(visitor(leaders.head).post(f"{ANSWERS}allow/", LINE | {"person": "nobody@hollybank.example"}))
    assert "Nobody to whom the policy applies has this address." in page
    assert not SchoolPurpose.objects.exists()


def test_more_requests_ask_no_more(leaders, django_assert_max_num_queries):
    for _ in range(12):
        visitor(make_person()).post(PURPOSES, LINE)
    client = visitor(leaders.head)
    with django_assert_max_num_queries(32):
        client.get(ANSWERS)
