"""Which terms, closures and training days does school.toml set?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from staffroom.readers.rosters.problems import Complaints
from staffroom.readers.rosters.settings import Toml, day_of, tables_of, text_of
from staffroom.records.calendar import Closure, Term, TrainingDay

LONGEST_DAYS = 366  # of a term or a closure


@dataclass(frozen=True, slots=True)
class Dates:
    """The days on which the school is open, and those on which it is not."""

    terms: tuple[Term, ...] = ()
    closures: tuple[Closure, ...] = ()
    training_days: tuple[TrainingDay, ...] = ()

    def join(self, other: Dates) -> Dates:
        """Put two together, each entry once, in the order of days."""
        return Dates(
            tuple(sorted({*self.terms, *other.terms}, key=_first_day)),
            tuple(sorted({*self.closures, *other.closures}, key=_first_day)),
            tuple(sorted({*self.training_days, *other.training_days}, key=_day)),
        )


def read_dates(document: Toml, complaints: Complaints) -> Dates:
    """Read `[[term]]`, `[[closure]]` and `[[training_day]]`."""
    terms = tuple(Term(*found) for found in _stretches(document, "term", complaints))
    closures = tuple(Closure(*found) for found in _stretches(document, "closure", complaints))
    return Dates(terms, closures, tuple(_training_days(document, complaints)))


def complain_of_overlaps(terms: tuple[Term, ...], complaints: Complaints) -> None:
    """Complain of terms that share days; `terms` are in the order of their first days."""
    if any(later.first <= earlier.last for earlier, later in pairwise(terms)):
        complaints.say(0, "Two terms overlap. On the days of both, the one that begins later counts.")


def _stretches(document: Toml, name: str, complaints: Complaints) -> Iterator[tuple[str, date, date]]:
    for place, table in tables_of(document, name, complaints):
        first, last = day_of(table, "first"), day_of(table, "last")
        if first is None or last is None:
            complaints.say(0, f"{place} needs first and last, dates like 2026-09-01, and was left out.")
        elif not 0 <= (last - first).days <= LONGEST_DAYS:
            complaints.say(0, f"{place} ends before it begins, or after more than a year, and was left out.")
        else:
            yield text_of(table, "name") or name.capitalize(), first, last


def _training_days(document: Toml, complaints: Complaints) -> Iterator[TrainingDay]:
    for place, table in tables_of(document, "training_day", complaints):
        day = day_of(table, "day")
        if day is None:
            complaints.say(0, f"{place} needs day, a date like 2026-09-01, and was left out.")
        else:
            yield TrainingDay(text_of(table, "name") or "Training day", day)


def _first_day(stretch: Term | Closure) -> tuple[date, date, str]:
    return stretch.first, stretch.last, stretch.name


def _day(training: TrainingDay) -> tuple[date, str]:
    return training.day, training.name
