"""What happens every minute?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.utils import timezone

from staffroom.jobs.job import Job
from staffroom.records.actors import system
from staffroom.school.notices.actions.delivering import deliver_waiting
from staffroom.school.people.actions import end_access_of_leavers


def deliver_notices(at: datetime) -> int:
    """Deliver the notices that wait."""
    return deliver_waiting(by=system("clock"), now=timezone.now)


def end_access(at: datetime) -> int:
    """End the sign-ins of those whose last day is over."""
    return end_access_of_leavers(by=system("clock"), at=at)


JOBS: Final = (Job("deliver notices", deliver_notices), Job("end access of leavers", end_access))
