"""What happens every hour?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from staffroom.jobs.job import Job
from staffroom.records.actors import system
from staffroom.school.notices.actions.channels import forget_unconfirmed
from staffroom.school.people.actions.uploads import drop_old_uploads


def forget_addresses(at: datetime) -> int:
    """Take away the addresses that nobody confirmed in time."""
    return forget_unconfirmed(by=system("clock"), at=at)


def forget_uploads(at: datetime) -> int:
    """Delete rosters that were uploaded a day ago and not imported."""
    return drop_old_uploads(by=system("clock"), at=at)


JOBS: Final = (
    Job("forget unconfirmed addresses", forget_addresses),
    Job("forget uploads", forget_uploads),
)
