"""What happens every minute?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.utils import timezone

from staffroom.jobs.job import Job
from staffroom.jobs.rooms import call_room
from staffroom.records.actors import system
from staffroom.school.notices.actions.delivering import deliver_waiting
from staffroom.school.notices.actions.links import forget_links


def deliver_notices(at: datetime) -> int:
    """Deliver the notices that wait."""
    return deliver_waiting(by=system("clock"), now=timezone.now)


JOBS: Final = (Job("deliver notices", deliver_notices), call_room("forget links that are over", forget_links))
