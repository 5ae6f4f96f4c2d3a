"""When are the terms, according to a OneRoster zip?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from staffroom.readers.rosters.cells import needed_day
from staffroom.readers.rosters.one_roster.status import is_withdrawn
from staffroom.readers.rosters.problems import Complaints, Reading, RowError
from staffroom.readers.rosters.roster_reading import needed_text, visible
from staffroom.readers.rosters.table import Columns, Row, read_table
from staffroom.readers.rosters.term_dates import LONGEST_DAYS
from staffroom.records.rosters import TermEntry

FILE = "academicsessions.csv"
COLUMNS = Columns(
    needed=("sourcedid", "title", "type", "startdate", "enddate"), others=("status",), may_have_more=True
)
KINDS = ("term", "semester")  # the first kind that there is; years and grading periods are no terms
LONGEST_NAME = 80
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Session:
    """A row of academicSessions.csv."""

    kind: str
    term: TermEntry


def read_sessions(content: bytes) -> Reading[Session]:
    """Read the sessions. OneRoster's end date is the day after the last, which is why a day is taken off."""
    return read_table(content, COLUMNS, Complaints(FILE), _session)


def choose_terms(sessions: Sequence[Session]) -> tuple[TermEntry, ...]:
    """Return the terms among the sessions; where there is none, the semesters."""
    for kind in KINDS:
        found = tuple(one.term for one in sessions if one.kind == kind)
        if found:
            return found
    return ()


def _session(row: Row) -> Session:
    first, end = needed_day(row, "startdate"), needed_day(row, "enddate")
    last = max(end - ONE_DAY, first)
    if end < first or (last - first).days > 2 * LONGEST_DAYS:
        raise RowError("The session ends before it begins, or after more than two years.")
    identifier = needed_text(row, "sourcedid", "identifier")
    name = visible(row["title"])[:LONGEST_NAME] or "Term"
    return Session(
        row["type"].casefold(),
        TermEntry(row.number, identifier, name, first, last, is_withdrawn=is_withdrawn(row)),
    )
