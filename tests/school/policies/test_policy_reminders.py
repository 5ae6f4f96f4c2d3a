"""Are people reminded on the day, once, and their line told in numbers?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from school.made_people import AT, TESTS, make_person
from school.policies.made_policies import answer, asked_of, make_in_force, make_leaders
from staffroom.records.posts import Post
from staffroom.records.versions import Answer
from staffroom.school.notices.models import Notice
from staffroom.school.people.actions import leave
from staffroom.school.policies.actions.campaigns import ask_again
from staffroom.school.policies.actions.life import withdraw
from staffroom.school.policies.actions.reminding import remind
from staffroom.school.policies.actions.reviewing import remind_of_reviews
from staffroom.school.policies.models import Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    head, governor = make_leaders()
    person = make_person()
    return asked_of(person, make_in_force(head, governor, at=AT)), head


def sent_to(person, kind="policy reminder"):
    return Notice.objects.filter(person=person, kind=kind).count()


def run(days):
    remind(by=TESTS, at=AT + timedelta(days=days))


def test_reminders_come_at_start_a_week_and_a_day_before_on_the_day_and_then_weekly(school):
    asked, _ = school
    seen = []
    for day in range(45):
        before = sent_to(asked.person)
        run(day)
        if sent_to(asked.person) > before:
            seen.append(day)
    assert seen == [0, 21, 27, 28, 35, 42]


def test_the_clock_may_run_as_often_as_it_likes(school):
    asked, _ = school
    for _ in range(5):
        run(0)
    assert sent_to(asked.person) == 1
    asked.remind_on = AT.date()  # as if the clock had stopped between the notice and the next day
    asked.save()
    run(0)
    assert sent_to(asked.person) == 1


def test_a_clock_that_stood_still_sends_one_reminder_and_not_all_that_it_missed(school):
    asked, _ = school
    run(60)
    assert sent_to(asked.person) == 1


@pytest.mark.parametrize(
    ("what", "further"), [(Answer.ACCEPTED, 0), (Answer.DECLINED, 0), (Answer.QUESTIONS, 1)]
)
def test_an_answer_ends_the_reminders_but_a_question_does_not(school, what, further):
    asked, _ = school
    run(0)
    answer(asked, what, "A few words.")
    run(21)
    assert sent_to(asked.person) == 1 + further


def test_nobody_who_has_left_is_reminded(school):
    asked, _ = school
    leave(by=TESTS, at=AT, person=asked.person, last_day=AT.date())
    run(21)
    assert sent_to(asked.person) == 0


def test_who_is_asked_again_is_told_again(school):
    asked, _ = school
    run(0)
    answer(asked)
    ask_again(by=TESTS, at=AT + timedelta(days=3), asked=asked)
    run(3)
    assert sent_to(asked.person) == 2


def test_the_line_is_told_in_numbers_after_the_day_and_each_week(school):
    asked, head = school
    run(28)
    assert sent_to(head, "policy overdue") == 0
    run(29)
    run(30)
    assert sent_to(head, "policy overdue") == 1
    run(36)
    assert sent_to(head, "policy overdue") == 2
    told = Notice.objects.filter(person=head, kind="policy overdue").first()
    assert "3 people have not answered" in told.body
    assert asked.person.family_name not in told.body


def test_a_limit_is_kept_and_the_next_run_goes_on(school):
    assert remind(by=TESTS, at=AT, most=1) == 1
    assert remind(by=TESTS, at=AT) == 2
    assert remind(by=TESTS, at=AT) == 0
    assert Notice.objects.filter(kind="policy reminder").count() == 3


def test_the_owner_is_told_each_week_that_a_review_is_overdue(school):
    asked, head = school
    Version.objects.filter(pk=asked.campaign.version_id).update(
        review_last_day="2026-08-31", review_by="2026-08"
    )
    for day in (0, 1, 6, 7, 14):
        remind_of_reviews(by=TESTS, at=AT + timedelta(days=day))
    told = Notice.objects.filter(kind="policy review")
    assert {one.person for one in told} == {head}
    assert told.count() == 3
    assert "overdue since August 2026" in told.first().body


def test_a_review_that_is_far_off_is_not_told_of_and_one_within_a_term_once(school):
    asked, _ = school
    assert remind_of_reviews(by=TESTS, at=AT) == 0
    Version.objects.filter(pk=asked.campaign.version_id).update(
        review_last_day="2026-11-30", review_by="2026-11"
    )
    assert remind_of_reviews(by=TESTS, at=AT) == 1
    assert remind_of_reviews(by=TESTS, at=AT + timedelta(days=7)) == 0


def test_where_the_owner_has_left_those_who_keep_policies_are_told_instead(school):
    asked, head = school
    keeper = make_person(Post.POLICY_OWNER)
    leave(by=TESTS, at=AT, person=head, last_day=AT.date())
    Version.objects.filter(pk=asked.campaign.version_id).update(
        review_last_day="2026-08-31", review_by="2026-08"
    )
    remind_of_reviews(by=TESTS, at=AT + timedelta(days=1))
    assert {one.person for one in Notice.objects.filter(kind="policy review")} == {keeper}


def test_what_is_not_in_force_is_not_told_of(school):
    version = Version.objects.create(policy=school[0].campaign.version.policy, made_at=AT)
    withdraw(by=TESTS, at=AT, version=version)
    assert remind_of_reviews(by=TESTS, at=AT) == 0
