"""What happens every morning?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.contrib.sessions.models import Session

from staffroom.jobs.job import Job
from staffroom.records.actors import system
from staffroom.school.clock.actions import forget_runs
from staffroom.school.people.actions.pupil_roster import forget_pupils_who_left

RUNS_KEPT: Final = timedelta(days=30)


def forget_sessions(at: datetime) -> int:
    """Take away the sessions of browsers that have ended."""
    return Session.objects.filter(expire_date__lt=at).delete()[0]


def forget_old_runs(at: datetime) -> int:
    """Take away what is known of runs of a month ago."""
    return forget_runs(before=at - RUNS_KEPT)


def forget_pupils(at: datetime) -> int:
    """Delete pupils who have left."""
    return forget_pupils_who_left(by=system("clock"), at=at)


JOBS: Final = (
    Job("forget pupils who have left", forget_pupils),
    Job("forget ended sessions", forget_sessions),
    Job("forget old runs", forget_old_runs),
)
