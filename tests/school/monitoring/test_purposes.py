"""Is the register of school purposes kept by those who may, and answered in time?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from school.made_people import AT, TODAY, make_person
from school.monitoring.made_monitoring import Leaders, by
from staffroom.school.monitoring.actions.purposes import (
    Line,
    allow_purpose,
    answer_request,
    ask_for_purpose,
    end_purpose,
)
from staffroom.school.monitoring.models import PurposeState
from staffroom.school.monitoring.queries.purposes import register_lines, requests_of, waiting_requests
from staffroom.school.monitoring.queries.record import purposes_record
from staffroom.school.monitoring.refusals import NotAccepted, NotPermitted
from staffroom.school.notices.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-2")]
LINE = Line("facebook", "The school's own page.", TODAY, TODAY + timedelta(days=90))


@pytest.fixture
def leaders():
    return Leaders()


def test_a_line_for_a_role_is_given_to_the_judgement_of_logs(leaders):
    allow_purpose(by=by(leaders.head), at=AT, line=LINE, role="Media Team")
    (purpose,) = purposes_record()
    assert (purpose.service, purpose.person, purpose.role, purpose.reason) == (
        "facebook",
        "",
        "media team",
        "The school's own page.",
    )
    assert (purpose.since, purpose.until) == (LINE.since, LINE.until)


def test_a_request_counts_only_once_it_is_allowed(leaders):
    asker = make_person()
    request = ask_for_purpose(by=by(asker), at=AT, line=LINE)
    assert purposes_record() == ()
    assert (request.due_on, list(waiting_requests())) == (date(2026, 9, 28), [request])
    answer_request(by=by(leaders.head), at=AT, request=request, is_allowed=True, because="")
    (purpose,) = purposes_record()
    assert purpose.person == asker.ref
    assert Notice.objects.get().person == asker


def test_a_refusal_has_a_reason_and_counts_for_nothing(leaders):
    request = ask_for_purpose(by=by(make_person()), at=AT, line=LINE)
    with pytest.raises(NotAccepted, match="why it is refused"):
        answer_request(by=by(leaders.head), at=AT, request=request, is_allowed=False, because=" ")
    answer_request(by=by(leaders.head), at=AT, request=request, is_allowed=False, because="Not this term.")
    assert purposes_record() == ()
    assert request.state == PurposeState.REFUSED
    with pytest.raises(NotAccepted, match="already"):
        answer_request(by=by(leaders.head), at=AT, request=request, is_allowed=True, because="")


def test_nobody_allows_their_own(leaders):
    request = ask_for_purpose(by=by(leaders.head), at=AT, line=LINE)
    with pytest.raises(NotPermitted):
        answer_request(by=by(leaders.head), at=AT, request=request, is_allowed=True, because="")
    with pytest.raises(NotPermitted):
        allow_purpose(by=by(leaders.head), at=AT, line=LINE, person=leaders.head)


@pytest.mark.parametrize(
    "line",
    [
        Line("no-such-service", "Why not.", TODAY),
        Line("facebook", " ", TODAY),
        Line("facebook", "Why not.", TODAY, TODAY - timedelta(days=1)),
    ],
)
def test_a_line_that_makes_no_sense_is_not_taken(leaders, line):
    with pytest.raises(NotAccepted):
        allow_purpose(by=by(leaders.head), at=AT, line=line, role="media team")


def test_a_line_is_for_a_person_or_a_role_and_not_for_nobody_or_both(leaders):
    for person, role in ((None, " "), (make_person(), "media team")):
        with pytest.raises(NotAccepted, match="either"):
            allow_purpose(by=by(leaders.head), at=AT, line=LINE, person=person, role=role)


def test_a_line_that_was_ended_holds_no_longer(leaders):
    line = allow_purpose(by=by(leaders.head), at=AT, line=LINE, role="media team")
    assert list(register_lines(on=TODAY)) == [line]
    end_purpose(by=by(leaders.head), at=AT + timedelta(days=5), line=line)
    assert line.until == TODAY + timedelta(days=4)
    assert list(register_lines(on=TODAY + timedelta(days=5))) == []


def test_each_person_sees_what_they_asked_for(leaders):
    asker = make_person()
    request = ask_for_purpose(by=by(asker), at=AT, line=LINE)
    assert list(requests_of(asker)) == [request]
    assert list(requests_of(leaders.head)) == []
