"""What of the policies happens by the clock?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from staffroom.jobs.job import Job
from staffroom.records.actors import system
from staffroom.school.policies.actions.campaigns import ask_joiners, begin_year
from staffroom.school.policies.actions.reminding import remind
from staffroom.school.policies.actions.reviewing import remind_of_reviews

CLOCK: Final = system("clock")
MOST_REMINDERS: Final = 50_000  # in one morning; a thousand take some three seconds


def begin_academic_year(at: datetime) -> int:
    """Ask for every policy in force again from 1 September."""
    return begin_year(by=CLOCK, at=at)


def ask_new_people(at: datetime) -> int:
    """Ask those who have joined since a policy was last asked for."""
    return ask_joiners(by=CLOCK, at=at)


def send_reminders(at: datetime) -> int:
    """Remind people who have not answered, and tell their line how many there are."""
    return remind(by=CLOCK, at=at, most=MOST_REMINDERS)


def tell_owners(at: datetime) -> int:
    """Tell the owners of policies whose review is due or overdue."""
    return remind_of_reviews(by=CLOCK, at=at)


HOURLY: Final = (
    Job("begin the academic year", begin_academic_year),
    Job("ask new people to read policies", ask_new_people),
)
DAILY: Final = (Job("remind of policies", send_reminders),)
WEEKLY: Final = (Job("tell of reviews", tell_owners),)
