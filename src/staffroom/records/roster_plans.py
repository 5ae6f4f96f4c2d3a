"""What would an import of a roster do?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from staffroom.records.rosters import Entry, TermEntry


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody who is there already and whose fields would change; `ref` is their reference."""

    ref: str
    entry: Entry
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody who would leave, and their last day."""

    ref: str
    last_day: date


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that was left out of the plan, and why, in a sentence that repeats nothing of it."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """What would be done with one group: the staff, or the pupils.

    `gone` are those who have left here and are still in the roster: an import brings nobody back.
    """

    added: tuple[Entry, ...] = ()
    changed: tuple[Change, ...] = ()
    left: tuple[Leaving, ...] = ()
    gone: tuple[str, ...] = ()
    unchanged: int = 0
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to do."""
        return not (self.added or self.changed or self.left)


@dataclass(frozen=True, slots=True)
class TermsPlan:
    """What would be done with the terms of the calendar; `changed` and `removed` name them by reference."""

    added: tuple[TermEntry, ...] = ()
    changed: tuple[tuple[str, TermEntry], ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to do."""
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an import would do. `warnings` are whole sentences."""

    staff: GroupPlan = field(default_factory=GroupPlan)
    pupils: GroupPlan = field(default_factory=GroupPlan)
    terms: TermsPlan = field(default_factory=TermsPlan)
    warnings: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to do."""
        return self.staff.is_empty and self.pupils.is_empty and self.terms.is_empty

    @property
    def digest(self) -> str:
        """Return a digest by which the plan that was shown is known from any other."""
        shown = repr((_plain(self.staff), _plain(self.pupils), self.terms))
        return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _plain(group: GroupPlan) -> tuple[object, ...]:
    """Write a group without sets, whose order differs from run to run."""
    added = tuple(_entry(entry) for entry in group.added)
    changed = tuple((one.ref, _entry(one.entry), one.fields) for one in group.changed)
    return added, changed, group.left


def _entry(entry: Entry) -> tuple[object, ...]:
    particulars = (entry.identifier, entry.given_name, entry.family_name, entry.email, entry.phone, entry.job)
    return (*particulars, entry.year, entry.accounts, sorted(entry.standings), entry.since, entry.until)
