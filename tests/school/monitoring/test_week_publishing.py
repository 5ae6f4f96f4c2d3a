"""Is each week published once, late enough, and then never changed?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from school.made_people import TESTS, make_person
from school.monitoring.made_monitoring import (
    READ_AT,
    SERVICE,
    Leaders,
    account_of,
    by,
    read_log,
    switch_on,
    visit_lines,
    write_log,
)
from staffroom.records.evidence import Outcome
from staffroom.records.remarks import RemarkKind
from staffroom.school.monitoring.actions.forgetting import forget_old_days
from staffroom.school.monitoring.actions.publishing import publish_weeks
from staffroom.school.monitoring.actions.purposes import Line, allow_purpose
from staffroom.school.monitoring.actions.remarks import Said, answer_remark, write_remark
from staffroom.school.monitoring.models import PublishedWeek
from staffroom.school.monitoring.queries.counts import published_mondays, published_week, published_weeks
from staffroom.school.monitoring.queries.own_record import own_record
from traffic.made_traffic import DAY, MINUTE, MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.clause("CON-1", "CON-2")]
WEEK = date(2026, 9, 7)
IN_TIME = READ_AT + timedelta(days=7)  # 22 September: the week ended on the 13th


@pytest.fixture
def leaders(tmp_path):
    """Twelve people who use a service on two days of one week."""
    made = Leaders()
    switch_on(made)
    made.people = [make_person() for _ in range(12)]
    lines = [
        line
        for number, person in enumerate(made.people)
        for day in (0, 1)
        for line in visit_lines(account_of(person), MONDAY + day * DAY + number * MINUTE)
    ]
    read_log(made, write_log(tmp_path, lines))
    return made


def publish(at=IN_TIME):
    return publish_weeks(by=TESTS, at=at)


def test_a_week_is_not_published_before_people_could_say_something(leaders):
    assert publish(READ_AT + timedelta(days=5)) == []  # 20 September: seven days after its end
    assert [one.monday for one in publish(READ_AT + timedelta(days=6))] == [WEEK]


def test_a_week_counts_visits_of_many_and_names_nobody(leaders):
    (made,) = publish()
    week = published_week(WEEK)
    assert week.visits.value == 25  # twenty-four, to the nearest five
    assert week.people.value == 10
    assert [row.service for row in week.services] == [SERVICE]
    assert "access" not in str(made.document)
    assert all(person.ref not in str(made.document) for person in leaders.people)


def test_it_is_published_once_whatever_comes_after(leaders):
    publish()
    before = published_week(WEEK)
    allow_purpose(by=by(leaders.head), at=IN_TIME, line=Line("*", "Everything.", WEEK), role="employee")
    assert publish(IN_TIME + timedelta(days=1)) == []
    assert published_week(WEEK) == before
    for change in (
        lambda: PublishedWeek.objects.update(document={}),
        lambda: PublishedWeek.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def say(leaders, person, kind):
    use = next(one.use for one in own_record(person).uses if one.use.outcome is Outcome.VISIT)
    remark = write_remark(by=by(person), at=READ_AT, use=use, said=Said(kind, "It is so."))
    answer_remark(by=by(leaders.head), at=READ_AT, remark=remark, is_accepted=True, answer="It is.")


@pytest.mark.clause("MON-2")
def test_what_was_rightly_said_before_counts(leaders):
    for person in leaders.people[:7]:
        say(leaders, person, RemarkKind.PURPOSE)
    publish()
    week = published_week(WEEK)
    purpose = sum(count.value or 0 for count in [row.purpose for row in week.days])
    outside = week.trend[-1]
    # Without terms and patterns nothing is working hours, so a purpose shows in no column: visits stay whole.
    assert week.visits.value == 25
    assert (purpose, outside.purpose.value) == (0, 0)


def test_what_was_rightly_challenged_is_not_counted(leaders):
    for person in leaders.people[:7]:
        say(leaders, person, RemarkKind.CHALLENGE)
    publish()
    assert published_week(WEEK).visits.value == 15  # seventeen of twenty-four


def test_weeks_are_given_the_oldest_first_and_their_mondays_the_latest_first(leaders, tmp_path):
    lines = [line for one in leaders.people for line in visit_lines(account_of(one), MONDAY + 7 * DAY)]
    read_log(leaders, write_log(tmp_path, lines, "second.log"), at=READ_AT + timedelta(days=3))
    publish(READ_AT + timedelta(days=20))
    assert [week.monday for week in published_weeks()] == [WEEK, WEEK + timedelta(days=7)]
    assert list(published_mondays()) == [WEEK + timedelta(days=7), WEEK]


def test_published_weeks_outlive_the_evidence(leaders):
    publish()
    forget_old_days(by=TESTS, at=READ_AT + timedelta(days=200))
    assert published_week(WEEK) is not None
    assert own_record(leaders.people[0]).uses == ()


def test_reading_published_weeks_takes_one_query(leaders, django_assert_num_queries):
    publish()
    with django_assert_num_queries(1):
        published_weeks()
