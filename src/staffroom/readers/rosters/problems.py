"""What was wrong with a file of the school's folder, and where?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

Record = TypeVar("Record")

MOST_PROBLEMS = 200  # of one file; a file that is wrong throughout says so once


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be used, in one sentence that never repeats what the file says.

    `row` is the line of a table, counted from 1 with its heading; 0 speaks of the file as a whole.
    """

    file: str
    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading(Generic[Record]):
    """What a file gave: its good records in their order, and what was wrong with the others."""

    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()


class RowError(ValueError):
    """A row cannot be used; the message is the sentence that says why."""


@dataclass(slots=True)
class Complaints:
    """The problems of one file, as they are found; beyond the first two hundred they are only counted."""

    file: str
    _said: list[Problem] = field(default_factory=list)
    _unsaid: int = 0

    def say(self, row: int, reason: str) -> None:
        """Note a problem with a row; 0 for the whole file."""
        if len(self._said) < MOST_PROBLEMS:
            self._said.append(Problem(self.file, row, reason))
        else:
            self._unsaid += 1

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems in the order in which they were found."""
        if not self._unsaid:
            return tuple(self._said)
        more = Problem(self.file, 0, f"There are {self._unsaid} more problems in this file.")
        return (*self._said, more)
