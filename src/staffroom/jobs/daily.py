"""What happens every morning?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.contrib.sessions.models import Session

from staffroom.jobs.job import Job
from staffroom.jobs.rooms import call_room
from staffroom.school.clock.actions import forget_runs
from staffroom.school.monitoring.actions.forgetting import forget_old_days
from staffroom.school.monitoring.actions.notice import tell_of_notice
from staffroom.school.monitoring.actions.publishing import publish_weeks
from staffroom.school.people.actions.pupil_roster import forget_pupils_who_left
from staffroom.school.policies.actions.campaigns import ask_joiners, begin_year
from staffroom.school.policies.actions.reviewing import remind_of_reviews

RUNS_KEPT: Final = timedelta(days=30)


def forget_sessions(at: datetime) -> int:
    """Take away the sessions of browsers that have ended."""
    return Session.objects.filter(expire_date__lt=at).delete()[0]


def forget_old_runs(at: datetime) -> int:
    """Take away what is known of runs of a month ago."""
    return forget_runs(before=at - RUNS_KEPT)


JOBS: Final = (
    call_room("ask for the new year", begin_year),
    call_room("ask joiners", ask_joiners),
    call_room("remind of reviews", remind_of_reviews),
    call_room("tell of monitoring", tell_of_notice),
    call_room("publish weeks", publish_weeks),
    call_room("forget old evidence", forget_old_days),
    call_room("forget pupils who left", forget_pupils_who_left),
    Job("forget ended sessions", forget_sessions),
    Job("forget old runs", forget_old_runs),
)
