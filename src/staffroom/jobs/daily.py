"""What happens every morning?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.contrib.sessions.models import Session

from staffroom.jobs.job import Job
from staffroom.school.clock.actions import forget_runs

RUNS_KEPT: Final = timedelta(days=30)


def forget_sessions(at: datetime) -> int:
    """Take away the sessions of browsers that have ended."""
    return Session.objects.filter(expire_date__lt=at).delete()[0]


def forget_old_runs(at: datetime) -> int:
    """Take away what is known of runs of a month ago."""
    return forget_runs(before=at - RUNS_KEPT)


JOBS: Final = (
    Job("forget ended sessions", forget_sessions),
    Job("forget old runs", forget_old_runs),
)
