"""What does the clock do about monitoring: read the logs, publish a week, delete what is old?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from staffroom.jobs.job import Job
from staffroom.records.actors import system
from staffroom.school.monitoring.actions.forgetting import forget_old_days
from staffroom.school.monitoring.actions.notice import tell_of_notice
from staffroom.school.monitoring.actions.publishing import publish_weeks
from staffroom.school.monitoring.actions.reading import read_sources
from staffroom.school.monitoring.refusals import NotPermitted

CLOCK: Final = system("clock")


def read_logs(at: datetime) -> int:
    """Read the school's logs, where monitoring is on; otherwise nothing is looked at."""
    try:
        return len(read_sources(by=CLOCK, at=at))
    except NotPermitted:
        return 0


def publish(at: datetime) -> int:
    """Publish the weeks that have been over for long enough."""
    return len(publish_weeks(by=CLOCK, at=at))


def forget(at: datetime) -> int:
    """Delete the days that were kept for as long as the school said."""
    return len(forget_old_days(by=CLOCK, at=at))


def tell(at: datetime) -> int:
    """Tell people of a notice that says something else than before."""
    return tell_of_notice(by=CLOCK, at=at)


DAILY: Final = (
    Job("read logs", read_logs),
    Job("publish weeks", publish),
    Job("forget old days", forget),
    Job("tell of the monitoring notice", tell),
)
