"""What does the doctor say of one thing?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How a thing stands."""

    OK = "ok"
    TO_DO = "to do"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what is, in a sentence or two, and what to do next where there is."""

    title: str
    state: State
    says: str
    next: str = ""


def ok(title: str, says: str) -> Check:
    """Say that a thing is as it should be, or that nobody has to do anything about it."""
    return Check(title, State.OK, says)


def to_do(title: str, says: str, next: str) -> Check:
    """Say that a thing is still to be done, and what."""
    return Check(title, State.TO_DO, says, next)


def wrong(title: str, says: str, next: str) -> Check:
    """Say that a thing does not work, and what to do."""
    return Check(title, State.WRONG, says, next)


def count(number: int, one: str, more: str = "") -> str:
    """Write a number of things: "1 day", "2,000 days"."""
    return f"1 {one}" if number == 1 else f"{number:,} {more or one + 's'}"


def name_day(day: date) -> str:
    """Write a day as people do: 3 September 2026."""
    return f"{day.day} {day:%B %Y}"
