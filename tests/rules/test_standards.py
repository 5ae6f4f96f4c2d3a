"""Does each role have the standards that belong to it?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.viewers import Viewer
from staffroom.rules.standards import NOLAN, STANDARDS, SUPPORT, TEACHERS, standards_for

EMPLOYEE = Viewer("a", frozenset({Standing.EMPLOYEE}))
pytestmark = pytest.mark.clause("GEN-7", "GEN-8")


@pytest.mark.parametrize(
    "job",
    [
        "Teacher of French",
        "Class teacher",
        "Headteacher",
        "Head of Year 9",
        "Deputy Head",
        "SENCO",
        "Lecturer",
    ],
)
def test_teachers_have_the_teachers_standards(job):
    assert standards_for(EMPLOYEE, job) == (TEACHERS, NOLAN)


@pytest.mark.parametrize(
    "job",
    [
        "Teaching assistant",
        "Site manager",
        "Learning support assistant",
        "Assistant to the class teacher",
        "Cook",
    ],
)
def test_support_staff_have_the_occupational_standards(job):
    assert standards_for(EMPLOYEE, job) == (SUPPORT, NOLAN)


@pytest.mark.parametrize(
    "standing", [Standing.GOVERNOR, Standing.TRUSTEE, Standing.DIRECTOR, Standing.VOLUNTEER]
)
def test_who_is_not_employed_has_the_nolan_principles(standing):
    assert standards_for(Viewer("a", frozenset({standing})), "Teacher") == (NOLAN,)


def test_an_agency_teacher_has_the_teachers_standards():
    assert TEACHERS in standards_for(Viewer("a", frozenset({Standing.AGENCY})), "Supply teacher")


def test_who_has_no_job_written_down_is_shown_both():
    assert standards_for(EMPLOYEE, "  ") == STANDARDS


def test_a_leader_is_a_teacher_whatever_the_job_is_called():
    leader = Viewer("a", frozenset({Standing.EMPLOYEE}), frozenset({Post.HEADTEACHER}))
    assert TEACHERS in standards_for(leader, "Principal executive")


@given(some.frozensets(some.sampled_from(Standing)), some.text(max_size=60))
def test_everybody_has_the_nolan_principles(standings, job):
    assert NOLAN in standards_for(Viewer("a", standings), job)


def test_standards_are_named_and_addressed_and_not_quoted():
    assert all(one.address.startswith("https://") and len(one.title) < 80 for one in STANDARDS)
