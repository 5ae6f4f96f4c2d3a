"""Does each person see their own record, and nobody anybody else's?"""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.html import escape

from school.made_people import make_person
from school.monitoring.made_monitoring import (
    READ_AT,
    Leaders,
    account_of,
    by,
    read_log,
    switch_on,
    visit_lines,
    write_log,
)
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.remarks import RemarkKind
from staffroom.school.audit.models import Entry
from staffroom.school.monitoring.actions.remarks import Said, answer_remark, write_remark
from staffroom.school.monitoring.models import Remark
from staffroom.school.monitoring.queries.own_record import own_record
from traffic.made_traffic import HOUR, MONDAY
from web.monitoring.made_visitor import clock_at_now, text, visitor

pytestmark = [pytest.mark.django_db, pytest.mark.clause("CON-1", "MON-1")]
KINDS = [*((standing,) for standing in Standing), *((Standing.EMPLOYEE, post) for post in Post)]


@pytest.fixture(autouse=True)
def now():
    with clock_at_now:
        yield


@pytest.fixture
def person(tmp_path):
    leaders = Leaders()
    switch_on(leaders)
    made = make_person(given_name="Wilhelmina")
    lines = visit_lines(account_of(made), MONDAY) + visit_lines(account_of(made), MONDAY + 3 * HOUR)
    read_log(leaders, write_log(tmp_path, lines))
    made.leaders = leaders
    return made


def address_of(person):
    return f"/monitoring/records/{person.ref}/"


def first_use(person):
    use = own_record(person).uses[0].use
    return f"{use.day} {use.first} {use.service}"


def test_ones_own_record_says_what_when_why_and_when_it_goes(person):
    page = text(visitor(person).get(address_of(person)))
    reason = escape(own_record(person).uses[0].use.because[0])
    for words in ("Facebook, Monday 7 September, 09:00–09:15", "Judged as", reason, "7 December 2026"):
        assert words in page
    assert "Wilhelmina" not in page


def test_my_record_leads_to_ones_own(person):
    assert visitor(person).get("/monitoring/my-record/")["Location"] == address_of(person)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: " ".join(kind))
def test_nobody_else_of_any_standing_or_post_sees_it_or_learns_that_it_is_there(person, kind):
    standing, *posts = kind
    client = visitor(make_person(*posts, standings=(standing,)))
    refusals = []
    for ref in (person.ref, "nobodyatall23456"):
        for method, ending in (("get", ""), ("get", "all.json"), ("post", "remark/")):
            answer = getattr(client, method)(
                f"/monitoring/records/{ref}/{ending}", {"use": first_use(person)}
            )
            assert answer.status_code == 403
            refusals.append(text(answer).replace(ref, ""))
    assert len({_without_token(one) for one in refusals}) == 1
    assert "Facebook" not in refusals[0]


def _without_token(page):
    import re

    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_nobody_sees_it_without_signing_in(person):
    assert Client().get(address_of(person)).status_code == 302


def test_a_query_in_the_address_changes_nothing_of_whose_record_it_is(person):
    other = make_person()
    page = text(
        visitor(other).get(f"{address_of(other)}?ref={person.ref}&person={person.ref}&week=2026-09-07")
    )
    assert "Nothing is held on you in this week." in page


def test_looking_is_written_into_no_audit_log(person):
    client = visitor(person)
    before = Entry.objects.count()
    client.get(address_of(person))
    client.get(f"{address_of(person)}all.json")
    assert Entry.objects.count() == before


def test_the_file_has_all_that_is_held_and_the_answers(person):
    use = own_record(person).uses[0].use
    remark = write_remark(by=by(person), at=READ_AT, use=use, said=Said(RemarkKind.CHALLENGE, "Not me."))
    answer_remark(
        by=by(person.leaders.deputy), at=READ_AT, remark=remark, is_accepted=False, answer="It was."
    )
    document = json.loads(text(visitor(person).get(f"{address_of(person)}all.json")))
    assert [one["service"] for one in document["uses"]] == ["Facebook", "Facebook"]
    assert document["uses"][0]["remarks"][0]["answer"] == "It was."
    assert document["uses"][1]["remarks"] == []


def test_a_remark_is_asked_for_written_and_answered_on_the_pages(person):
    client, use = visitor(person), first_use(person)
    form = text(client.post(f"{address_of(person)}remark/", {"use": use}))
    assert "They see your name only if you give it." in form
    assert "There is a problem" not in form
    empty = text(client.post(f"{address_of(person)}remark/", {"use": use, "kind": "challenge", "words": ""}))
    assert "There is a problem" in empty
    said = {"use": use, "kind": "school purpose", "words": "The choir's page."}
    assert client.post(f"{address_of(person)}remark/", said)["Location"] == address_of(person)
    deputy = visitor(person.leaders.deputy)
    waiting = text(deputy.get("/monitoring/answers/"))
    assert "That was for school purposes" in waiting
    assert "Wilhelmina" not in waiting
    remark = Remark.objects.get()
    page = text(deputy.get(f"/monitoring/answers/remarks/{remark.ref}/"))
    assert "no name was given" in page
    assert "09:00–09:15" in page
    deputy.post(
        f"/monitoring/answers/remarks/{remark.ref}/", {"is_right": "yes", "because": "Yes, it is ours."}
    )
    record = text(client.get(address_of(person)))
    assert "Found right" in record
    assert "Yes: Yes, it is ours." in record
    assert "Read the answer to your remark" in text(client.get("/"))


@pytest.mark.parametrize(
    "use", ["", "2026-09-07", "2026-09-07 1 facebook", "x y z", "2026-09-07 99999999999999 facebook"]
)
def test_a_use_that_is_not_held_on_the_person_is_not_there(person, use):
    assert visitor(person).post(f"{address_of(person)}remark/", {"use": use}).status_code == 404


@pytest.mark.parametrize("week", ["", "nonsense", "2026-02-31", "1999-01-01", "2026-09-07"])
def test_any_week_in_the_address_gives_a_page(person, week):
    page = text(visitor(person).get(f"{address_of(person)}?week={week}"))
    assert "Week from 7 September to 13 September 2026" in page


def test_before_any_log_is_read_the_page_says_that_nothing_is_held():
    somebody = make_person()
    assert "no log has been read" in text(visitor(somebody).get(address_of(somebody)))


def test_the_number_of_queries_does_not_grow_with_what_is_held(person, django_assert_max_num_queries):
    client = visitor(person)
    for use in own_record(person).uses:
        write_remark(by=by(person), at=READ_AT, use=use.use, said=Said(RemarkKind.CHALLENGE, "Not me."))
    with django_assert_max_num_queries(36):
        client.get(f"{address_of(person)}?week=2026-09-07")


def test_a_week_that_is_deleted_is_gone_from_the_page(person):
    from staffroom.school.monitoring.actions.forgetting import forget_old_days

    forget_old_days(by=by(person.leaders.head), at=READ_AT + timedelta(days=100))
    assert "no log has been read" in text(visitor(person).get(address_of(person)))
