"""Does every job of the clock run, twice over without harm, on a school where nothing and something waits?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from school.made_people import AT, TESTS, make_person, make_user
from school.policies.made_policies import make_in_force, make_leaders
from staffroom.jobs.timetable import TIMETABLE
from staffroom.school.notices.models import Notice
from staffroom.school.people.actions import leave
from staffroom.school.policies.models import Asked

pytestmark = pytest.mark.django_db

JOBS = {job.name: job for _, jobs in TIMETABLE for job in jobs}


def test_no_two_jobs_share_a_name():
    assert len(JOBS) == sum(len(jobs) for _, jobs in TIMETABLE)


@pytest.mark.parametrize("name", JOBS)
def test_every_job_has_nothing_to_do_in_an_empty_school(name):
    assert JOBS[name].run(AT) in (0, 1)  # tidying is always done


def test_somebody_who_joins_is_asked_by_the_clock_and_only_once():
    version = make_in_force(*make_leaders())
    JOBS["begin the academic year"].run(AT)
    person = make_person()
    assert JOBS["ask new people to read policies"].run(AT) == 1
    assert Asked.objects.filter(person=person, campaign__version=version).count() == 1
    assert JOBS["ask new people to read policies"].run(AT) == 0


@pytest.mark.clause("GEN-9")
def test_somebody_who_has_not_answered_is_reminded_by_the_clock_once_a_day():
    make_in_force(*make_leaders())
    person = make_person()
    assert JOBS["begin the academic year"].run(AT) >= 1
    before = Notice.objects.filter(person=person).count()
    overdue = AT + timedelta(days=60)
    assert JOBS["remind of policies"].run(overdue) >= 1
    JOBS["remind of policies"].run(overdue + timedelta(hours=1))
    assert Notice.objects.filter(person=person).count() == before + 1


def test_the_access_of_somebody_whose_last_day_is_over_ends_by_the_clock():
    person = make_person()
    user = make_user(person)
    leave(by=TESTS, at=AT, person=person, last_day=(AT + timedelta(days=3)).date())
    assert JOBS["end access of leavers"].run(AT + timedelta(days=4)) == 1
    user.refresh_from_db()
    assert not user.is_active


@pytest.mark.clause("MON-1")
def test_no_log_is_read_by_the_clock_while_monitoring_is_off():
    assert JOBS["read logs"].run(AT) == 0
