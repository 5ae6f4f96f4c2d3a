"""Is each job done once for each time, missed ones once, and does one that fails stop no other?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from school.notices.made_notices import Hand
from staffroom.jobs.job import Job
from staffroom.jobs.rounds import Rounds
from staffroom.jobs.timetable import TIMETABLE
from staffroom.rules.timetable import Every
from staffroom.school.clock.actions import begin_run, forget_runs
from staffroom.school.clock.models import Run
from staffroom.school.clock.queries import broken_runs

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
NOON = datetime(2026, 9, 16, 12, 0, 30, tzinfo=UTC)


class Counted:
    """Jobs that count how often they are done, and may fail."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.failing: set[str] = set()

    def job(self, name: str) -> Job:
        def run(at: datetime) -> int:
            self.done.append(name)
            if name in self.failing:
                raise ValueError("canary")
            return 3

        return Job(name, run)


@pytest.fixture
def counted():
    return Counted()


@pytest.fixture
def clock():
    return Hand(NOON)


def rounds(counted: Counted, clock: Hand) -> Rounds:
    timetable = tuple((every, (counted.job(every.value),)) for every in Every)
    return Rounds(timetable, zone=LONDON, now=clock)


def go(one: Rounds, *, is_stopping=lambda: False) -> int:
    return one.go(is_stopping=is_stopping)


def test_a_day_of_rounds_does_each_job_as_often_as_it_is_due(counted, clock):
    one = rounds(counted, clock)
    for _ in range(24 * 60 * 2):
        go(one)
        clock.move(seconds=30)
    assert {name: counted.done.count(name) for name in ("minute", "hour", "day", "week")} == {
        "minute": 24 * 60 + 1,
        "hour": 25,
        "day": 2,
        "week": 1,
    }


def test_what_was_missed_is_done_once_and_not_for_each_time(counted, clock):
    go(rounds(counted, clock))
    clock.move(days=20)
    counted.done.clear()
    one = rounds(counted, clock)  # another process, after a long holiday
    go(one)
    go(one)
    assert sorted(counted.done) == ["day", "hour", "minute", "week"]


def test_a_second_process_does_nothing_that_is_done(counted, clock):
    go(rounds(counted, clock))
    counted.done.clear()
    go(rounds(counted, clock))
    assert counted.done == []


def test_a_run_is_written_down_with_when_and_how_much(counted, clock):
    go(rounds(counted, clock))
    run = Run.objects.get(job="day")
    assert (run.due_at, run.begun_at, run.ended_at, run.count, run.problem) == (
        datetime(2026, 9, 16, 5, 30, tzinfo=UTC),
        NOON,
        NOON,
        3,
        "",
    )


def test_a_job_that_fails_stops_no_other_and_its_words_are_not_kept(counted, clock):
    counted.failing = {"minute"}
    assert go(rounds(counted, clock)) == 4
    assert [run.problem for run in broken_runs(since=NOON - timedelta(days=9))] == ["ValueError"]
    assert "canary" not in str(list(Run.objects.values()))


def test_a_job_that_fails_is_tried_three_times_five_minutes_apart(counted, clock):
    counted.failing = {"day"}
    one = rounds(counted, clock)
    for _ in range(60):
        go(one)
        clock.move(minutes=1)
    assert counted.done.count("day") == 3
    assert Run.objects.get(job="day").tries == 3


def test_a_job_that_works_at_the_second_try_is_done(counted, clock):
    counted.failing = {"day"}
    one = rounds(counted, clock)
    go(one)
    counted.failing = set()
    clock.move(minutes=5)
    go(one)
    run = Run.objects.get(job="day")
    assert (run.problem, run.tries, run.ended_at) == ("", 2, clock.at)


def test_between_two_jobs_it_is_looked_whether_to_stop(counted, clock):
    assert go(rounds(counted, clock), is_stopping=lambda: len(counted.done) >= 2) == 2


def test_old_runs_are_forgotten():
    begin_run(job="x", due_at=NOON - timedelta(days=40), at=NOON)
    begin_run(job="x", due_at=NOON, at=NOON)
    assert forget_runs(before=NOON - timedelta(days=30)) == 1
    assert Run.objects.count() == 1


def test_every_job_there_is_can_be_done_twice_and_has_a_name_of_its_own():
    jobs = [job for _, some in TIMETABLE for job in some]
    assert len({job.name for job in jobs}) == len(jobs) >= 5
    for job in jobs:
        assert job.run(NOON) >= 0
        assert job.run(NOON) >= 0
