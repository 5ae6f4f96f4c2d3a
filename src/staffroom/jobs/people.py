"""What does the clock do for people?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from staffroom.jobs.job import Job
from staffroom.records.actors import system
from staffroom.school.people.actions import end_access_of_leavers


def end_access(at: datetime) -> int:
    """End the sign-ins of those whose last day is over."""
    return end_access_of_leavers(by=system("clock"), at=at)


MINUTELY: Final = (Job("end access of leavers", end_access),)
