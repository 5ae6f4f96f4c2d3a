"""How are readings taken up that were broken off, by a restart for instance?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.utils import timezone
from django_tasks import task

from staffroom.jobs.job import Job
from staffroom.school.monitoring.actions.reading_now import broken_off, carry_out_reading


@task()
def go_on_reading(ref: str) -> bool:
    """Go on with a reading that somebody asked for."""
    return carry_out_reading(ref=ref, now=timezone.now)


def take_up_readings(at: datetime) -> int:
    """Queue again, for the worker, the readings at which nobody works."""
    waiting = broken_off(at=at)
    for ref in waiting:
        go_on_reading.enqueue(ref)
    return len(waiting)


MINUTELY: Final = (Job("take up readings", take_up_readings),)
