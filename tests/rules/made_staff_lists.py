"""Made entries and people on file for tests of the import's plan, and a plan applied to values."""

from __future__ import annotations

from dataclasses import replace

from staffroom.records.roster_plans import Change, GroupPlan, Plan
from staffroom.records.rosters import Entry, Held, OnFile, TermOnFile


def apply_plan(plan: Plan, held: Held) -> Held:
    """Do to values what a plan says, as an import does to the database."""
    terms = {one.ref: one for one in held.terms if one.ref not in plan.terms.removed}
    for ref, entry in plan.terms.changed:
        terms[ref] = TermOnFile(ref, entry.identifier, entry.name, entry.first, entry.last)
    for number, entry in enumerate(plan.terms.added):
        ref = f"term{len(held.terms)}-{number}"
        terms[ref] = TermOnFile(ref, entry.identifier, entry.name, entry.first, entry.last)
    return Held(_apply(plan.staff, held.staff), _apply(plan.pupils, held.pupils), tuple(terms.values()))


def _apply(group: GroupPlan, held: tuple[OnFile, ...]) -> tuple[OnFile, ...]:
    people = {one.ref: one for one in held}
    for change in group.changed:
        people[change.ref] = _changed(people[change.ref], change)
    for one in group.left:
        people[one.ref] = replace(people[one.ref], until=one.last_day)
    for number, entry in enumerate(group.added):
        ref = f"new{len(held)}-{number}"
        people[ref] = replace(_added(entry), ref=ref)
    return tuple(people.values())


def _changed(one: OnFile, change: Change) -> OnFile:
    plain = {name for name in change.fields if name not in ("accounts", "standings", "source")}
    entry = change.entry
    return replace(
        one,
        **{name: getattr(entry, name) for name in plain},
        accounts=one.accounts | frozenset(entry.accounts),
        standings=one.standings | entry.standings,
        is_imported=True,
    )


def _added(entry: Entry) -> OnFile:
    return OnFile(
        "", entry.identifier, entry.given_name, entry.family_name, entry.email, entry.phone, entry.job,
        entry.year, frozenset(entry.accounts), entry.standings, entry.since, entry.until, is_imported=True,
    )  # fmt: skip
