"""How is a roster imported?

One action in one transaction: all of the plan, or nothing. The plan is made again from what is there at that
moment, and where it is no longer the one that was shown, nothing is done.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from staffroom.records.actors import Actor
from staffroom.records.roster_plans import Change, GroupPlan, Plan, TermsPlan
from staffroom.records.rosters import Entry, Roster
from staffroom.rules.roster_plan import IS_IMPORTED, plan_import
from staffroom.school.audit.actions import record
from staffroom.school.people.actions.leaving import leave
from staffroom.school.people.actions.people import (
    Particulars,
    add_account,
    add_person,
    change_person,
)
from staffroom.school.people.actions.pupil_roster import import_pupils
from staffroom.school.people.actions.tenures import give_standing
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Person, School, Term
from staffroom.school.people.queries.people import count_keepers
from staffroom.school.people.queries.rosters import held_for_roster

PARTICULARS = ("identifier", "given_name", "family_name", "email", "phone", "job", "since")


class PlanHasChanged(Exception):
    """What an import would do is no longer what was shown; nothing was done."""


class NobodyWouldKeepPeople(Exception):
    """After an import nobody could look after people any more; nothing was done."""


@transaction.atomic
def import_roster(*, by: Actor, at: datetime, roster: Roster, shown: str = "") -> Plan:
    """Import a roster and return what was done.

    `shown` is the digest of the plan that somebody has seen and agreed to. Raises PlanHasChanged where the
    plan is another by now, and NobodyWouldKeepPeople where it would lock everybody out.
    """
    School.objects.select_for_update().first()  # one import at a time
    plan = plan_import(roster, held_for_roster(), on=timezone.localdate(at))
    if shown and plan.digest != shown:
        raise PlanHasChanged
    keepers = count_keepers(on=timezone.localdate(at))
    _import_staff(by, at, plan.staff)
    import_pupils(plan.pupils)
    _import_terms(plan.terms)
    if keepers and not count_keepers(on=timezone.localdate(at)):
        raise NobodyWouldKeepPeople
    if not plan.is_empty:
        record(by=by, at=at, act=Act.IMPORTED, clause="ABT-2", figures=_figures(plan))
    return plan


def _figures(plan: Plan) -> dict[str, int]:
    groups = {"staff": plan.staff, "pupils": plan.pupils}
    figures = {
        f"{name} {what}": len(getattr(group, what))
        for name, group in groups.items()
        for what in ("added", "changed", "left")
    }
    terms = plan.terms
    return {**figures, "terms": len(terms.added) + len(terms.changed) + len(terms.removed)}


def _import_staff(by: Actor, at: datetime, group: GroupPlan) -> None:
    people = _people({one.ref for one in group.changed} | {one.ref for one in group.left})
    last_days = {one.ref: one.last_day for one in group.left}
    for change in group.changed:
        person = people[change.ref]
        if "since" in change.fields and change.ref in last_days:  # both at once: one alone may be impossible
            person.since, person.until = change.entry.since, last_days[change.ref]
            person.save(update_fields=["since", "until"])
        _change(by, at, person, change)
    for ref, last_day in last_days.items():
        leave(by=by, at=at, person=people[ref], last_day=last_day)
    for entry in group.added:
        _add(by, at, entry)


def _people(refs: set[str]) -> dict[str, Person]:
    return {one.ref: one for one in Person.objects.all() if one.ref in refs}


def _add(by: Actor, at: datetime, entry: Entry) -> None:
    particulars = Particulars(**{name: getattr(entry, name) for name in PARTICULARS})
    person = add_person(by=by, at=at, particulars=particulars, standings=sorted(entry.standings))
    person.is_imported = True
    person.until = entry.until
    person.save(update_fields=["is_imported", "until"])
    _add_accounts(by, at, person, entry.accounts)


def _change(by: Actor, at: datetime, person: Person, change: Change) -> None:
    entry = change.entry
    particulars = Particulars(
        **{name: getattr(entry if name in change.fields else person, name) for name in PARTICULARS}
    )
    change_person(by=by, at=at, person=person, particulars=particulars)
    if IS_IMPORTED in change.fields:
        person.is_imported = True
        person.save(update_fields=["is_imported"])
    if "standings" in change.fields:
        held = set(person.standings.values_list("standing", flat=True))
        for standing in sorted(entry.standings - held):
            give_standing(by=by, at=at, person=person, standing=standing, since=entry.since)
    if "accounts" in change.fields:
        _add_accounts(by, at, person, entry.accounts)


def _add_accounts(by: Actor, at: datetime, person: Person, names: Iterable[str]) -> None:
    kept = {name.casefold() for name in person.accounts.values_list("name", flat=True)}
    for name in names:
        if name.casefold() not in kept:
            add_account(by=by, at=at, person=person, name=name)
            kept.add(name.casefold())


def _import_terms(plan: TermsPlan) -> None:
    Term.objects.filter(ref__in=plan.removed).delete()
    for ref, entry in plan.changed:
        days = {"first": entry.first, "last": entry.last}
        Term.objects.filter(ref=ref).update(identifier=entry.identifier, name=entry.name, **days)
    Term.objects.bulk_create(
        Term(identifier=one.identifier, name=one.name, first=one.first, last=one.last) for one in plan.added
    )
