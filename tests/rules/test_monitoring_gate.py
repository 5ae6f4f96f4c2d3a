"""May monitoring be on only while all that is needed is on record, and only by two people?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.made_safeguards import DUE, TODAY, answers_to, make_safeguards
from staffroom.records.posts import Post
from staffroom.records.safeguards import Seat, Subject
from staffroom.records.viewers import Viewer
from staffroom.rules.impact_questions import DO_NOT
from staffroom.rules.monitoring_gate import (
    Switch,
    gate,
    may_confirm,
    may_read,
    needs,
    review_warning,
    was_on,
)

pytestmark = pytest.mark.clause("MON-1")
ON = Switch(is_on=True)


def opened(safeguards, today=TODAY, grace_days=28):
    return gate(safeguards, today=today, grace_days=grace_days).allowed


def test_the_gate_opens_when_everything_is_on_record():
    assert opened(make_safeguards())


def test_nothing_on_record_says_all_that_is_missing():
    empty = make_safeguards(statements={}, review_due_on=None, attendees={})
    assert [one.allowed for one in needs(empty, today=TODAY, grace_days=28)] == [False] * 7


@given(missing=st.sets(st.sampled_from(Subject), min_size=1))
def test_no_statement_can_be_done_without(missing):
    whole = make_safeguards()
    left = {subject: answers for subject, answers in whole.statements.items() if subject not in missing}
    assert not opened(replace(whole, statements=left))


@given(data=st.data(), subject=st.sampled_from(Subject))
def test_no_answer_can_be_done_without_but_the_one_that_may_be_empty(data, subject):
    answers = answers_to(subject)
    emptied = data.draw(st.sampled_from(sorted(set(answers) - {"reasons"} or answers)))
    whole = make_safeguards()
    blank = data.draw(st.sampled_from(("", "  ", "\n")))
    changed = {**whole.statements, subject: answers | {emptied: blank}}
    assert not opened(replace(whole, statements=changed))


@given(missing=st.sets(st.sampled_from(Seat), min_size=1))
def test_no_seat_of_the_review_can_be_empty(missing):
    whole = make_safeguards()
    seats = {seat: ref for seat, ref in whole.attendees.items() if seat not in missing}
    assert not opened(replace(whole, attendees=seats))


def test_one_person_cannot_have_two_seats():
    assert not opened(make_safeguards(attendees=dict.fromkeys(Seat, "person-1")))


def test_an_assessment_that_decides_not_to_go_ahead_keeps_the_gate_shut():
    whole = make_safeguards()
    refused = {**whole.statements, Subject.ASSESSMENT: answers_to(Subject.ASSESSMENT, outcome=DO_NOT)}
    because = gate(replace(whole, statements=refused), today=TODAY, grace_days=28).because
    assert because == "The impact assessment decided not to go ahead."


@pytest.mark.parametrize(
    ("subject", "answer", "asked_for"),
    [
        (Subject.BASIS, {"special": "yes"}, "condition"),
        (Subject.BASIS, {"special": "yes"}, "document"),
        (Subject.CONSULTATION, {"asked": "no"}, "why_not"),
        (Subject.ASSESSMENT, {"left": "high"}, "regulator"),
    ],
)
def test_an_answer_may_ask_for_a_further_one(subject, answer, asked_for):
    whole = make_safeguards()
    statement = answers_to(subject, **answer)
    assert statement[asked_for]
    assert opened(replace(whole, statements={**whole.statements, subject: statement}))
    without = {name: words for name, words in statement.items() if name != asked_for}
    assert not opened(replace(whole, statements={**whole.statements, subject: without}))


@given(late=st.integers(-400, 400), grace=st.integers(0, 90))
def test_an_overdue_review_warns_and_after_the_grace_it_stops_reading(late, grace):
    whole, today = make_safeguards(), DUE + timedelta(days=late)
    is_late, is_out = late > 0, late > grace
    is_too_far = -late > 366
    assert bool(review_warning(whole.review_due_on, today=today, grace_days=grace)) is is_late
    assert may_read(ON, whole, today=today, grace_days=grace).allowed is not (is_out or is_too_far)


def test_the_warning_says_until_when_and_then_that_it_has_stopped():
    whole = make_safeguards()
    assert "by 15 June 2027" in review_warning(whole.review_due_on, today=date(2027, 6, 2), grace_days=14)
    assert "No log is read until" in review_warning(
        whole.review_due_on, today=date(2027, 7, 1), grace_days=14
    )


def test_nothing_is_read_while_it_is_off_or_somebody_asks_for_that():
    whole = make_safeguards()
    assert not may_read(Switch(), whole, today=TODAY, grace_days=28).allowed
    assert not may_read(Switch(True, is_off_asked=True), whole, today=TODAY, grace_days=28).allowed
    assert may_read(ON, whole, today=TODAY, grace_days=28).allowed


POSTS = st.frozensets(st.sampled_from(Post), max_size=4)


@given(first=POSTS, second=POSTS, is_same=st.booleans())
def test_two_people_confirm_one_the_headteacher_and_one_the_data_protection_officer(first, second, is_same):
    one = Viewer("one", posts=first)
    other = Viewer("one" if is_same else "other", posts=second)
    head, officer = Post.HEADTEACHER, Post.DATA_PROTECTION
    is_pair = (head in first and officer in second) or (officer in first and head in second)
    assert may_confirm(one, other).allowed is (is_pair and not is_same)


def test_a_day_was_on_within_a_span_and_not_beside_it():
    spans = [(date(2026, 9, 1), date(2026, 9, 10)), (date(2026, 9, 20), None)]
    days = [date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 10), date(2026, 9, 11), date(2027, 1, 1)]
    assert [was_on(spans, day) for day in days] == [False, True, True, False, True]
