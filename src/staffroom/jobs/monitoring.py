"""What does the clock do about monitoring: read the logs, publish a week, delete what is old?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from staffroom.jobs.job import Job
from staffroom.jobs.rooms import call_room
from staffroom.records.actors import system
from staffroom.school.monitoring.actions.forgetting import forget_old_days
from staffroom.school.monitoring.actions.notice import tell_of_notice
from staffroom.school.monitoring.actions.publishing import publish_weeks
from staffroom.school.monitoring.actions.reading import read_sources
from staffroom.school.monitoring.refusals import NotPermitted


def read_logs(at: datetime) -> int:
    """Read the school's logs, where monitoring is on; otherwise nothing is looked at."""
    try:
        return len(read_sources(by=system("clock"), at=at))
    except NotPermitted:
        return 0


DAILY: Final = (
    Job("read logs", read_logs),
    call_room("publish weeks", publish_weeks),
    call_room("forget old days", forget_old_days),
    call_room("tell of the monitoring notice", tell_of_notice),
)
