"""Is monitoring switched on by two people, and only with everything on record?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from rules.made_safeguards import answers_to
from school.made_people import make_person
from school.monitoring.made_monitoring import ON_AT, Leaders, by, complete_record, switch_on
from staffroom.records.posts import Post
from staffroom.records.safeguards import Seat, Subject
from staffroom.school.audit.models import Entry
from staffroom.school.monitoring.actions.reviews import Findings, hold_review, plan_review
from staffroom.school.monitoring.actions.statements import Unfinished, finish_statement, save_statement
from staffroom.school.monitoring.actions.switching import ask_to_switch, confirm_switch, take_back_switch
from staffroom.school.monitoring.models import NoticeVersion, Statement
from staffroom.school.monitoring.queries.safeguards import (
    days_on,
    draft_of,
    held_reviews,
    may_read_now,
    needs_now,
    planned_review,
    switch,
    versions_of,
)
from staffroom.school.monitoring.refusals import NotAccepted, NotPermitted

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-1")]
LATER = ON_AT + timedelta(hours=2)
DAY = ON_AT.date()


@pytest.fixture
def leaders():
    return Leaders()


def ask(leaders, *, is_on=True):
    return ask_to_switch(by=by(leaders.head), at=LATER, is_on=is_on, reason="As the governors decided.")


def test_nothing_can_be_switched_on_with_nothing_on_record(leaders):
    with pytest.raises(NotPermitted, match="necessary"):
        ask(leaders)
    assert not any(one.allowed for one in needs_now(on=DAY))


@pytest.mark.parametrize("subject", Subject)
def test_each_statement_is_needed(leaders, subject):
    complete_record(leaders)
    Statement.objects.filter(subject=subject.value).delete()
    with pytest.raises(NotPermitted):
        ask(leaders)


def test_two_people_switch_it_on_and_logs_may_be_read(leaders):
    complete_record(leaders)
    asked = ask(leaders)
    assert not may_read_now(on=DAY).allowed
    confirm_switch(by=by(leaders.officer), at=LATER, asked=asked)
    assert switch().is_on
    assert may_read_now(on=DAY).allowed
    assert NoticeVersion.objects.count() == 1


def test_one_person_cannot_do_both(leaders):
    complete_record(leaders)
    asked = ask(leaders)
    with pytest.raises(NotPermitted, match="second person"):
        confirm_switch(by=by(leaders.head), at=LATER, asked=asked)
    assert not switch().is_on


@pytest.mark.parametrize("post", [post for post in Post if post is not Post.DATA_PROTECTION])
def test_nobody_else_can_be_the_second(leaders, post):
    complete_record(leaders)
    asked = ask(leaders)
    with pytest.raises(NotPermitted):
        confirm_switch(by=by(make_person(post)), at=LATER, asked=asked)


def test_nobody_without_the_post_can_ask(leaders):
    complete_record(leaders)
    with pytest.raises(NotPermitted):
        ask_to_switch(by=by(leaders.network), at=LATER, is_on=True, reason="I want to see.")


def test_from_the_moment_somebody_asks_to_switch_off_nothing_is_read(leaders):
    switch_on(leaders)
    asked = ask(leaders, is_on=False)
    assert switch().is_on
    assert not may_read_now(on=DAY).allowed
    take_back_switch(by=by(leaders.officer), at=LATER, asked=asked)
    assert may_read_now(on=DAY).allowed


def test_it_is_switched_off_by_two_and_people_are_told(leaders):
    switch_on(leaders)
    off_at = LATER + timedelta(days=3)
    asked = ask_to_switch(
        by=by(leaders.officer), at=off_at, is_on=False, reason="The review found it needless."
    )
    confirm_switch(by=by(leaders.head), at=off_at, asked=asked)
    assert not switch().is_on
    assert days_on() == [(DAY, off_at.date())]
    assert "At present nothing is recorded" in str(NoticeVersion.objects.first().sections)


def test_only_one_request_waits_and_a_settled_one_is_settled(leaders):
    complete_record(leaders)
    asked = ask(leaders)
    with pytest.raises(NotAccepted, match="waiting already"):
        ask(leaders)
    take_back_switch(by=by(leaders.head), at=LATER, asked=asked)
    with pytest.raises(NotPermitted, match="settled"):
        confirm_switch(by=by(leaders.officer), at=LATER, asked=asked)


def test_what_was_taken_out_of_the_record_in_between_stops_the_second(leaders):
    complete_record(leaders)
    asked = ask(leaders)
    planned_review().attendees.all().delete()
    with pytest.raises(NotPermitted):
        confirm_switch(by=by(leaders.officer), at=LATER, asked=asked)


def test_a_statement_is_saved_as_one_goes_and_taken_up_by_somebody_else(leaders):
    some = {"aim": "To know how far it goes on."}
    save_statement(by=by(leaders.head), at=ON_AT, subject=Subject.NECESSITY, answers=some)
    draft = draft_of(Subject.NECESSITY)
    assert draft.answers["aim"] == some["aim"]
    with pytest.raises(Unfinished) as raised:
        finish_statement(by=by(leaders.officer), at=LATER, subject=Subject.NECESSITY, answers=some)
    assert raised.value.names == ("need", "alternatives", "insufficient")
    whole = answers_to(Subject.NECESSITY)
    finished = finish_statement(by=by(leaders.officer), at=LATER, subject=Subject.NECESSITY, answers=whole)
    assert (finished.pk, finished.number) == (draft.pk, 1)
    assert draft_of(Subject.NECESSITY) is None


def test_a_finished_version_stays_when_the_next_is_written(leaders):
    complete_record(leaders)
    again = answers_to(Subject.ASSESSMENT, scope="Something else.")
    finish_statement(by=by(leaders.head), at=LATER, subject=Subject.ASSESSMENT, answers=again)
    versions = versions_of(Subject.ASSESSMENT)
    assert [(one.number, one.answers["scope"]) for one in versions] == [
        (2, "Something else."),
        (1, "A made answer."),
    ]


def test_a_draft_does_not_count_and_the_version_before_it_does(leaders):
    complete_record(leaders)
    save_statement(by=by(leaders.head), at=LATER, subject=Subject.BASIS, answers={"basis": ""})
    assert all(one.allowed for one in needs_now(on=DAY))


def test_a_review_needs_all_four_and_the_next_needs_a_day(leaders):
    switch_on(leaders)
    review = planned_review()
    found = Findings(DAY, "It was kept to.", "Go on.", set(Seat) - {Seat.GOVERNOR})
    with pytest.raises(NotAccepted, match="all four"):
        hold_review(by=by(leaders.head), at=LATER, review=review, findings=found)
    found = Findings(DAY, "It was kept to.", "Go on.", set(Seat))
    hold_review(by=by(leaders.head), at=LATER, review=review, findings=found)
    assert held_reviews()[0].attendees.filter(was_there=True).count() == 4
    assert may_read_now(on=DAY).because == "Set a day for the annual review."


def test_a_review_cannot_be_put_off_for_more_than_a_year_or_have_one_person_twice(leaders):
    far = DAY + timedelta(days=400)
    with pytest.raises(NotAccepted, match="within a year"):
        plan_review(by=by(leaders.head), at=ON_AT, due_on=far, attendees=leaders.seats)
    same = dict.fromkeys(Seat, leaders.head)
    with pytest.raises(NotAccepted, match="four different"):
        plan_review(by=by(leaders.head), at=ON_AT, due_on=DAY, attendees=same)


def test_an_overdue_review_stops_reading_after_the_grace(leaders):
    switch_on(leaders)
    due = planned_review().due_on
    assert may_read_now(on=due + timedelta(days=28)).allowed
    assert not may_read_now(on=due + timedelta(days=29)).allowed


def test_all_of_it_is_in_the_audit_log_without_a_word_of_it(leaders):
    switch_on(leaders)
    acts = list(Entry.objects.filter(act__startswith="monitoring.").values_list("act", flat=True))
    assert acts.count("monitoring.statement finished") == len(Subject)
    assert acts[-3:] == [
        "monitoring.switch asked",
        "monitoring.switch confirmed",
        "monitoring.notice published",
    ]
    assert "made answer" not in str(list(Entry.objects.values()))
