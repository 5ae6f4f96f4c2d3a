"""What does the store hand to the judgement of a week?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from staffroom.records.evidence import Outcome
from staffroom.records.week import FileAccount


class VisitWindow(NamedTuple):
    """Five minutes of a visit: whose (a code), of which service, and in which quarter-minutes.

    `window`, `began` and `lasted` are as in `evidence.Evidence`.
    """

    who: int
    service: str
    window: int
    began: int
    lasted: int


class OutcomeCount(NamedTuple):
    """How many windows of a service had an outcome, and of how many people."""

    service: str
    outcome: Outcome
    windows: int
    people: int


@dataclass(frozen=True, slots=True)
class SeenWeek:
    """One week of the store, Monday to Sunday. Only what is joined to people in scope is in `visits` and
    `outcomes`; both are in order of person, service and time.
    """

    monday: date
    visits: tuple[VisitWindow, ...] = ()
    outcomes: tuple[OutcomeCount, ...] = ()
    attributed_lines: int = 0
    all_lines: int = 0  # listed lines kept, attributed or not
    lookup_lines: int = 0  # of them, lines that are DNS look-ups only
    days: tuple[date, ...] = ()  # of which anything was read
    files: tuple[FileAccount, ...] = ()
    file_lines: int = 0  # all lines, listed or not, of the files that hold the week
    blind: dict[str, int] = field(default_factory=dict)
