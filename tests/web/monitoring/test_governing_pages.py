"""Can the two who answer for monitoring do all that is needed, on pages, and nobody else?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from rules.made_safeguards import answers_to
from school.made_people import make_person
from school.monitoring.made_monitoring import ON_AT, Leaders, complete_record, switch_on
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.safeguards import Seat, Subject
from staffroom.school.monitoring.models import Review, SettingChange, Statement, SwitchRequest
from staffroom.school.monitoring.queries.safeguards import planned_review, switch
from web.monitoring.made_visitor import NOW, clock_at_now, text, visitor

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-1")]
RECORD = "/monitoring/record/"


@pytest.fixture(autouse=True)
def now():
    with clock_at_now:
        yield


@pytest.fixture
def leaders():
    return Leaders()


def test_the_page_says_what_is_missing(leaders):
    page = text(visitor(leaders.head).get(RECORD))
    assert page.count("Missing") == 6
    assert "Monitoring is switched off, so no log is read." in page


def test_from_nothing_to_switched_on_by_pages_alone(leaders):
    head, officer = visitor(leaders.head), visitor(leaders.officer)
    for subject in Subject:
        answer = head.post(f"{RECORD}{subject.value}/", answers_to(subject) | {"finish": "1"})
        assert answer["Location"] == RECORD, subject
    seats = {seat.name.lower(): person.ref for seat, person in leaders.seats.items()}
    due = (NOW.date() + timedelta(days=200)).isoformat()
    assert head.post(f"{RECORD}review/", {"due_on": due, **seats})["Location"] == RECORD
    assert head.post(f"{RECORD}switch/", {"reason": "All is there."})["Location"] == RECORD
    asked = SwitchRequest.objects.get()
    assert "You asked for it yourself" in text(head.get(RECORD))
    assert head.post(f"{RECORD}switch/{asked.ref}/confirm/").status_code == 403
    assert "Confirm that monitoring is switched on" in text(officer.get("/"))
    assert officer.post(f"{RECORD}switch/{asked.ref}/confirm/")["Location"] == RECORD
    assert switch().is_on


def test_what_is_written_is_saved_as_one_goes(leaders):
    client = visitor(leaders.head)
    client.post(f"{RECORD}assessment/", {"scope": "All staff machines."})
    page = text(client.get(f"{RECORD}assessment/"))
    assert "All staff machines." in page
    assert "You go on with what was saved on" in page


def test_finishing_with_a_question_open_says_which_and_loses_nothing(leaders):
    client = visitor(leaders.head)
    page = text(client.post(f"{RECORD}necessity/", {"aim": "To know.", "finish": "1"}))
    assert (
        "Why does it need to look at how the network is used to achieve that? Answer this question." in page
    )
    assert 'href="#id_need"' in page
    assert Statement.objects.get().answers["aim"] == "To know."
    assert Statement.objects.get().finished_at is None


def test_a_finished_version_is_a_pdf(leaders):
    complete_record(leaders)
    answer = visitor(leaders.officer).get(f"{RECORD}assessment/1.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert len(answer.content) > 5_000
    assert visitor(leaders.officer).get(f"{RECORD}assessment/2.pdf").status_code == 404


def test_asking_to_switch_on_says_what_is_missing_first(leaders):
    client = visitor(leaders.head)
    assert "This is missing first:" in text(client.get(f"{RECORD}switch/"))
    assert client.post(f"{RECORD}switch/", {"reason": "Now."}).status_code == 403


def test_a_request_can_be_refused(leaders):
    complete_record(leaders)
    visitor(leaders.head).post(f"{RECORD}switch/", {"reason": "Now."})
    asked = SwitchRequest.objects.get()
    visitor(leaders.officer).post(f"{RECORD}switch/{asked.ref}/take-back/")
    asked.refresh_from_db()
    assert (asked.settlement, switch().is_on) == ("taken back", False)


def test_a_review_is_written_down_and_the_next_one_asked_for(leaders):
    switch_on(leaders)
    client = visitor(leaders.head)
    held = {"held_on": NOW.date().isoformat(), "findings": "It was kept to.", "decisions": "Go on."}
    missing = text(client.post(f"{RECORD}review/held/", held | {"present": [Seat.GOVERNOR.value]}))
    assert "all four people" in missing
    everybody = [seat.value for seat in Seat]
    assert (
        client.post(f"{RECORD}review/held/", held | {"present": everybody})["Location"] == f"{RECORD}review/"
    )
    assert Review.objects.filter(held_on=NOW.date()).exists()


def test_who_has_neither_a_post_nor_governs_is_not_offered_for_the_review(leaders):
    teacher, trustee = (
        make_person(given_name="Tess"),
        make_person(given_name="Trudy", standings=(Standing.TRUSTEE,)),
    )
    page = text(visitor(leaders.head).get(f"{RECORD}review/"))
    assert trustee.ref in page
    assert teacher.ref not in page


def test_a_setting_is_changed_with_a_reason(leaders):
    client = visitor(leaders.officer)
    page = text(client.post(f"{RECORD}settings/keep_days/", {"value": "60", "reason": ""}))
    assert "There is a problem" in page
    assert (
        client.post(f"{RECORD}settings/keep_days/", {"value": "60", "reason": "Enough."})["Location"]
        == RECORD
    )
    assert SettingChange.objects.get().now == "60"
    assert "Enough." in text(client.get(RECORD))
    assert client.get(f"{RECORD}settings/no-such/").status_code == 404


@pytest.mark.parametrize(
    ("days", "warns"), [(-1, ""), (1, "If it is not held by"), (40, "No log is read until")]
)
def test_an_overdue_review_is_said_on_every_page_to_those_who_can_do_something(leaders, days, warns):
    switch_on(leaders)
    review = planned_review()
    review.due_on = NOW.date() - timedelta(days=days)
    review.save()
    for person in (leaders.head, leaders.deputy, leaders.network):
        page = text(visitor(person).get("/"))
        assert ("annual review of monitoring was due" in page) is bool(warns)
        assert warns in page
    assert "annual review" not in text(visitor(make_person()).get("/"))


def test_a_review_that_is_near_is_a_task(leaders):
    switch_on(leaders)
    review = planned_review()
    review.due_on = NOW.date() + timedelta(days=20)
    review.save()
    assert "Hold the annual review of monitoring" in text(visitor(leaders.head).get("/"))


ADDRESSES = (
    f"{RECORD}necessity/",
    f"{RECORD}assessment/1.pdf",
    f"{RECORD}settings/keep_days/",
    f"{RECORD}review/",
    f"{RECORD}review/held/",
    f"{RECORD}switch/",
)


@pytest.mark.parametrize("post", [one for one in Post if one not in (Post.HEADTEACHER, Post.DATA_PROTECTION)])
def test_nobody_else_opens_any_of_it(leaders, post):
    complete_record(leaders)
    visitor(leaders.head).post(f"{RECORD}switch/", {"reason": "Now."})
    asked = SwitchRequest.objects.get()
    client = visitor(make_person(post))
    for address in ADDRESSES:
        assert client.get(address).status_code == 403
        assert client.post(address).status_code in (403, 405)
    for ending in ("confirm", "take-back"):
        assert client.post(f"{RECORD}switch/{asked.ref}/{ending}/").status_code == 403
    assert not switch().is_on


def test_the_page_of_the_record_does_not_ask_more_for_more_history(leaders, django_assert_max_num_queries):
    for number in range(12):
        complete_record(leaders, at=ON_AT + timedelta(minutes=number))
    client = visitor(leaders.head)
    with django_assert_max_num_queries(36):
        client.get(RECORD)
