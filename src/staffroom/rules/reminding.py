"""Which reminder is due on which day?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

WEEK: Final = timedelta(days=7)
DAY: Final = timedelta(days=1)


class Stage(StrEnum):
    """At what point of the time to answer a reminder comes."""

    START = "start"
    WEEK_BEFORE = "week before"
    DAY_BEFORE = "day before"
    ON_THE_DAY = "day"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder and the day that it belongs to; `weeks` counts the weeks since the day was over."""

    stage: Stage
    day: date
    weeks: int = 0

    @property
    def key(self) -> str:
        """Return what tells this reminder from the others of the same person and campaign."""
        return f"{self.stage.value} {self.weeks}" if self.weeks else self.stage.value


def latest_reminder(asked: date, due: date, today: date) -> Reminder | None:
    """Return the latest reminder whose day has come; None before the first.

    A clock that stood still for days so sends one reminder and not all that it missed.
    """
    come = [one for one in _before_due(asked, due) if one.day <= today]
    if today >= due + WEEK:
        weeks = (today - due).days // 7
        return Reminder(Stage.OVERDUE, due + weeks * WEEK, weeks)
    return come[-1] if come else None


def next_day(asked: date, due: date, today: date) -> date:
    """Return the next day after today on which a reminder falls."""
    later = [one.day for one in _before_due(asked, due) if one.day > today]
    if later:
        return later[0]
    return due + ((today - due).days // 7 + 1) * WEEK


def _before_due(asked: date, due: date) -> list[Reminder]:
    """Return the reminders up to the day, in their order; none falls before the start."""
    planned = [
        Reminder(Stage.WEEK_BEFORE, due - WEEK),
        Reminder(Stage.DAY_BEFORE, due - DAY),
        Reminder(Stage.ON_THE_DAY, due),
    ]
    return [Reminder(Stage.START, asked), *(one for one in planned if one.day > asked)]
