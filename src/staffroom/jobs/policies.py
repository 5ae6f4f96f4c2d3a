"""What does the clock do for the policy: who is asked to read, who is reminded, whose review is due?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from staffroom.jobs.job import Job
from staffroom.records.actors import system
from staffroom.school.policies.actions.campaigns import ask_joiners, begin_year
from staffroom.school.policies.actions.reminding import remind, tell_line
from staffroom.school.policies.actions.reviewing import remind_of_reviews

CLOCK: Final = system("clock")


def ask_for_the_year(at: datetime) -> int:
    """From 1 September on, ask everybody again for the new academic year."""
    return begin_year(by=CLOCK, at=at)


def ask_new_people(at: datetime) -> int:
    """Ask those who have joined since."""
    return ask_joiners(by=CLOCK, at=at)


def remind_people(at: datetime) -> int:
    """Remind those whose answer is due, and tell their line of those who are late."""
    reminded = remind(by=CLOCK, at=at)
    tell_line(by=CLOCK, at=at)
    return reminded


def remind_owners(at: datetime) -> int:
    """Remind the owners of policies whose review is overdue."""
    return remind_of_reviews(by=CLOCK, at=at)


DAILY: Final = (
    Job("ask for the academic year", ask_for_the_year),
    Job("ask people who joined", ask_new_people),
    Job("remind of acknowledgements", remind_people),
)
WEEKLY: Final = (Job("remind of reviews", remind_owners),)
