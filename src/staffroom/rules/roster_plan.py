"""What would an import of a roster add, change and end?

The plan is worked out again when it is applied, from what is there then. Applying it and planning again gives
nothing to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from staffroom.records.roster_plans import Change, GroupPlan, Leaving, Plan, TermsPlan
from staffroom.records.rosters import Entry, Held, OnFile, Roster, TermEntry, TermOnFile
from staffroom.rules.roster_matching import Matches, match_entries

STAFF_FIELDS: Final = ("identifier", "given_name", "family_name", "email", "phone", "job")
PUPIL_FIELDS: Final = ("identifier", "given_name", "family_name", "email", "year")
IS_IMPORTED: Final = "source"

LOST_ROWS: Final = (
    "Some rows could not be used, so nobody leaves for not being in the file. Mend the rows first."
)
MANY_LEAVE: Final = "More than half of the people would leave. Look whether this is the right file."


def at_school(roster: Roster, code: str) -> Roster:
    """Return a roster with those of one school only, and those who belong to none in particular."""
    if not code:
        return roster
    staff = tuple(one for one in roster.staff if not one.schools or code in one.schools)
    pupils = tuple(one for one in roster.pupils if not one.schools or code in one.schools)
    return replace(roster, staff=staff, pupils=pupils)


def plan_import(roster: Roster, held: Held, *, on: date) -> Plan:
    """Compare a roster with what is held on a day.

    People whom the roster does not name leave only where it is complete and all of its rows could be used,
    and only those whom an import has known. Nobody who has left is brought back, no standing or account is
    taken away, and what the roster leaves empty stays as it is.
    """
    is_complete = roster.is_complete and not roster.has_lost_rows
    staff = _plan_group(roster.staff, held.staff, STAFF_FIELDS, is_complete=is_complete, on=on)
    pupils = _plan_group(roster.pupils, held.pupils, PUPIL_FIELDS, is_complete=is_complete, on=on)
    warnings = [LOST_ROWS] if roster.is_complete and roster.has_lost_rows else []
    if _is_drastic(staff, held.staff, on) or _is_drastic(pupils, held.pupils, on):
        warnings.append(MANY_LEAVE)
    return Plan(staff, pupils, plan_terms(roster.terms, held.terms), tuple(warnings))


def plan_terms(entries: Sequence[TermEntry], held: Sequence[TermOnFile]) -> TermsPlan:
    """Compare terms, by identifier, then by their days; terms that are not named stay.

    A term that is taken back by its identifier is that term only, whatever else has the same days.
    """
    named = {one.identifier or (one.first, one.last): one for one in entries}
    by_identifier = {one.identifier: one for one in held if one.identifier}
    by_days = {(one.first, one.last): one for one in held if one.identifier not in named}
    added, changed, removed, unchanged = [], [], [], 0
    for entry in named.values():
        found = by_identifier.get(entry.identifier)
        if found is None and not (entry.is_withdrawn and entry.identifier):
            found = by_days.pop((entry.first, entry.last), None)
        if entry.is_withdrawn:
            removed += [found.ref] if found else []
        elif found is None:
            added.append(entry)
        elif _said(entry) != _said(found):
            changed.append((found.ref, entry))
        else:
            unchanged += 1
    return TermsPlan(tuple(added), tuple(changed), tuple(removed), unchanged)


def _said(term: TermEntry | TermOnFile) -> tuple[str, str, date, date]:
    return term.identifier, term.name, term.first, term.last


def _plan_group(
    entries: Sequence[Entry], held: Sequence[OnFile], fields: tuple[str, ...], *, is_complete: bool, on: date
) -> GroupPlan:
    matches = match_entries(entries, held)
    met = [(entry, one) for entry, one in matches.pairs if one is not None]
    gone = tuple(one.ref for entry, one in met if _has_left(one, on) and not _is_leaving(entry, on))
    present = [(entry, one) for entry, one in met if not _has_left(one, on)]
    changed = tuple(_changes(present, fields, on))
    left = (*_leavings(present, on), *(_missing(matches, on) if is_complete and matches.pairs else ()))
    busy = {one.ref for one in changed} | {one.ref for one in left}
    return GroupPlan(
        added=tuple(entry for entry, one in matches.pairs if one is None and not _is_leaving(entry, on)),
        changed=changed,
        left=left,
        gone=gone,
        unchanged=sum(1 for _, one in present if one.ref not in busy),
        doubts=tuple(matches.doubts),
    )


def _has_left(one: OnFile, on: date) -> bool:
    return one.until is not None and one.until <= on


def _is_leaving(entry: Entry, on: date) -> bool:
    """Say whether a roster says of somebody that they have left by a day."""
    return entry.has_left or (entry.until is not None and entry.until < on)


def _changes(present: Sequence[tuple[Entry, OnFile]], fields: tuple[str, ...], on: date) -> Iterator[Change]:
    for entry, one in present:
        different = (*_particulars(entry, one, fields), *_belongings(entry, one, on))
        if different:
            yield Change(one.ref, entry, different)


def _particulars(entry: Entry, one: OnFile, fields: tuple[str, ...]) -> Iterator[str]:
    for name in fields:
        said, kept = getattr(entry, name), getattr(one, name)
        if said and said != kept and not (name == "email" and said.casefold() == kept.casefold()):
            yield name


def _belongings(entry: Entry, one: OnFile, on: date) -> Iterator[str]:
    if {account.casefold() for account in entry.accounts} - {account.casefold() for account in one.accounts}:
        yield "accounts"
    if entry.standings - one.standings:
        yield "standings"
    until = _last_day(entry, one, on) or one.until
    if entry.since and entry.since != one.since and (until is None or entry.since <= until):
        yield "since"
    if not one.is_imported:
        yield IS_IMPORTED


def _leavings(present: Sequence[tuple[Entry, OnFile]], on: date) -> Iterator[Leaving]:
    for entry, one in present:
        last_day = _last_day(entry, one, on)
        if last_day is not None and last_day != one.until:
            yield Leaving(one.ref, last_day)


def _last_day(entry: Entry, one: OnFile, on: date) -> date | None:
    """Return the last day that follows from an entry: never before the first."""
    said = entry.until
    if entry.has_left and (said is None or said > on):
        said = on
    since = entry.since or one.since
    return max(said, since) if said and since else said


def _missing(matches: Matches, on: date) -> Iterator[Leaving]:
    for one in matches.missing:
        if one.is_imported and not _has_left(one, on):
            last_day = max(on, one.since) if one.since else on
            if last_day != one.until:
                yield Leaving(one.ref, last_day)


def _is_drastic(group: GroupPlan, held: Sequence[OnFile], on: date) -> bool:
    here = sum(1 for one in held if not _has_left(one, on))
    return 2 * len(group.left) > here > 1
