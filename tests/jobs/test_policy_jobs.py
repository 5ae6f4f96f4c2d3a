"""Does the clock lead policies through the year by itself, and does a second run do no harm?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from school.made_people import AT, make_person
from school.policies.made_policies import EARLIER, make_in_force, make_leaders
from staffroom.jobs import policies
from staffroom.jobs.timetable import TIMETABLE
from staffroom.school.notices.models import Notice
from staffroom.school.policies.models import Campaign, Version

pytestmark = pytest.mark.django_db


def test_every_job_of_the_policies_stands_in_the_timetable():
    listed = [job for _, jobs in TIMETABLE for job in jobs]
    for job in (*policies.HOURLY, *policies.DAILY, *policies.WEEKLY):
        assert job in listed


def test_a_new_year_a_joiner_a_reminder_and_an_overdue_review_come_by_themselves_and_once():
    head, governor = make_leaders()
    version = make_in_force(head, governor, at=EARLIER)
    Version.objects.filter(pk=version.pk).update(review_last_day="2026-08-31", review_by="2026-08")
    jobs = (*policies.HOURLY, *policies.DAILY, *policies.WEEKLY)
    counts = {job.name: job.run(AT) for job in jobs}
    assert counts == {
        "begin the academic year": 1,
        "ask new people to read policies": 0,
        "remind of policies": 2,
        "tell of reviews": 1,
    }
    joiner = make_person()
    later = AT + timedelta(hours=1)
    assert {job.name: job.run(later) for job in jobs} == {
        "begin the academic year": 0,
        "ask new people to read policies": 1,
        "remind of policies": 1,
        "tell of reviews": 0,
    }
    assert Campaign.objects.get(year=2026).asked.count() == 3
    assert Notice.objects.filter(person=joiner, kind="policy reminder").count() == 1
