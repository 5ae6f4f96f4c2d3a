"""Does a remark that was found right change exactly the use that it is about?"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.records.remarks import AcceptedRemark, RemarkKind
from staffroom.records.seen import VisitWindow
from staffroom.records.week_people import CodedPerson
from staffroom.rules.purpose import school_purpose
from staffroom.rules.remarks import WINDOW_MS, due_on, may_answer, purposes_from, without_challenged

FIRST = 5_962_560
PEOPLE = {7: CodedPerson("", "ref-7", frozenset()), 8: CodedPerson("", "ref-8", frozenset())}


def remark(kind, who=7, service="chirp", first=FIRST, last=FIRST + 2):
    return AcceptedRemark(who, service, first, last, kind, "The choir's page.")


def is_for_school(purposes, *, person="ref-7", service="chirp", window=FIRST, second=0):
    at_ms = window * WINDOW_MS + second * 1000
    return school_purpose(
        purposes, person=person, roles=frozenset(), service=service, day=date(2026, 9, 7), at_ms=at_ms
    ).allowed


@pytest.mark.clause("MON-2")
@given(ahead=st.integers(-3, 6), second=st.integers(0, 299))
def test_a_use_that_was_for_the_school_counts_so_from_its_first_to_its_last_moment(ahead, second):
    purposes = purposes_from([remark(RemarkKind.PURPOSE)], PEOPLE)
    assert is_for_school(purposes, window=FIRST + ahead, second=second) is (0 <= ahead <= 2)


@pytest.mark.clause("MON-2")
def test_it_is_nobody_elses_purpose_and_no_other_services():
    purposes = purposes_from([remark(RemarkKind.PURPOSE)], PEOPLE)
    assert not is_for_school(purposes, person="ref-8")
    assert not is_for_school(purposes, service="solo")


def test_a_purpose_of_moments_does_not_cover_a_whole_day():
    purposes = purposes_from([remark(RemarkKind.PURPOSE)], PEOPLE)
    day = date(2026, 9, 7)
    assert not school_purpose(purposes, person="ref-7", roles=frozenset(), service="chirp", day=day).allowed


def test_a_remark_of_somebody_unknown_is_no_purpose():
    assert purposes_from([remark(RemarkKind.PURPOSE, who=9)], PEOPLE) == ()


@pytest.mark.clause("CON-1")
@given(st.lists(st.tuples(st.integers(7, 8), st.sampled_from(("chirp", "solo")), st.integers(-3, 6))))
def test_what_was_rightly_challenged_is_in_no_count_and_all_else_is(seen):
    visits = [VisitWindow(who, service, FIRST + ahead, 1, 1) for who, service, ahead in seen]
    left = without_challenged(visits, [remark(RemarkKind.CHALLENGE), remark(RemarkKind.PURPOSE, who=8)])
    wrong = [
        one for one in visits if one.who == 7 and one.service == "chirp" and 0 <= one.window - FIRST <= 2
    ]
    assert list(left) == [one for one in visits if one not in wrong]


def test_nobody_answers_their_own():
    assert not may_answer("one", "one").allowed
    assert may_answer("one", "other").allowed


def test_an_answer_is_due_after_the_days_that_are_set():
    assert due_on(datetime(2026, 9, 14, 9, tzinfo=UTC), 14) == date(2026, 9, 28)
