"""What does an import of people say in the terminal, and as a document? Neither names anybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from staffroom.readers.rosters.roster_reading import RosterReading
from staffroom.records.roster_plans import GroupPlan, Plan, TermsPlan


def say_import(reading: RosterReading, plan: Plan, *, applied: bool) -> Iterator[str]:
    """Yield the lines that say what would be done, or was."""
    yield "Imported." if applied else "Nothing has been written. This is what an import would do:"
    for title, group in (("Staff", plan.staff), ("Pupils", plan.pupils)):
        yield _counted(title, group)
        yield from (f"  row {one.row}: {one.reason}" for one in group.doubts)
    terms = plan.terms
    yield (
        f"Terms: {len(terms.added)} added, {len(terms.changed)} changed, {len(terms.removed)} removed, "
        f"{terms.unchanged} the same"
    )
    yield from (f"! {said}" for said in plan.warnings)
    if plan.is_empty:
        yield "There is nothing to do: everything is as the file says."
    elif not applied:
        yield "Do it with --apply. The page Import people shows the names."
    schools = reading.roster.schools
    if len(schools) > 1:
        yield f"The file speaks of {len(schools)} schools. Take one with --of and its code in orgs.csv."


def _counted(title: str, group: GroupPlan) -> str:
    gone = f", {len(group.gone)} left here but are in the file" if group.gone else ""
    return (
        f"{title}: {len(group.added)} added, {len(group.changed)} changed, {len(group.left)} leave, "
        f"{group.unchanged} the same{gone}"
    )


def import_document(name: str, reading: RosterReading, plan: Plan, *, applied: bool) -> dict[str, Any]:
    """Return what `staffroom people import --json` prints."""
    return {
        "file": name,
        "form": reading.roster.source.value,
        "applied": applied,
        "complete": reading.roster.is_complete,
        "staff": _group(plan.staff),
        "pupils": _group(plan.pupils),
        "terms": _terms(plan.terms),
        "passed_over": reading.roster.passed_over,
        "warnings": list(plan.warnings),
        "problems": [{"file": one.file, "row": one.row, "reason": one.reason} for one in reading.problems],
    }


def _group(group: GroupPlan) -> dict[str, Any]:
    return {
        "added": len(group.added),
        "changed": [
            {"ref": one.ref, "row": one.entry.row, "fields": list(one.fields)} for one in group.changed
        ],
        "left": [{"ref": one.ref, "last_day": one.last_day.isoformat()} for one in group.left],
        "gone": list(group.gone),
        "unchanged": group.unchanged,
        "doubts": [{"row": one.row, "reason": one.reason} for one in group.doubts],
    }


def _terms(terms: TermsPlan) -> dict[str, int]:
    return {
        "added": len(terms.added),
        "changed": len(terms.changed),
        "removed": len(terms.removed),
        "unchanged": terms.unchanged,
    }
