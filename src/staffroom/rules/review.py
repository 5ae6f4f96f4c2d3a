"""Is a policy's review due or overdue, and when is its owner told?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

SOON_DAYS: Final = 90  # a review with consultation and two approvals takes a term


class Standing(StrEnum):
    """How a review stands."""

    NONE = "no date"
    LATER = "later"
    SOON = "soon"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Review:
    """How a review stands on a day; `days` are the days left, below 0 once it is overdue."""

    standing: Standing
    days: int = 0

    @property
    def is_overdue(self) -> bool:
        """Say whether the day for the review is over."""
        return self.standing is Standing.OVERDUE


def judge_review(last_day: date | None, today: date) -> Review:
    """Say how a review stands whose last day is given; None where no day was set."""
    if last_day is None:
        return Review(Standing.NONE)
    days = (last_day - today).days
    if days < 0:
        return Review(Standing.OVERDUE, days)
    return Review(Standing.SOON if days <= SOON_DAYS else Standing.LATER, days)


def notice_key(last_day: date | None, today: date) -> str:
    """Name the week in which the owner is told; empty where there is nothing to tell.

    A review without a date, or overdue, is told of every week; one that is due soon, once.
    """
    review = judge_review(last_day, today)
    if review.standing is Standing.LATER:
        return ""
    if review.standing is Standing.SOON:
        return "soon"
    year, week, _ = today.isocalendar()
    return f"{year}-w{week:02d}"
