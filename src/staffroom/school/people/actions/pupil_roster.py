"""How do pupils come in with a roster, change and go?

Pupils are written many at a time; the audit log has one line for the whole import, and none for each pupil.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from staffroom.records.actors import Actor
from staffroom.records.roster_plans import GroupPlan
from staffroom.records.rosters import Entry
from staffroom.rules.roster_plan import IS_IMPORTED
from staffroom.school.audit.actions import record
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Pupil

PLAIN = ("identifier", "given_name", "family_name", "email", "year", "since")
WRITTEN = (*PLAIN, "account", "until", "is_imported")
AT_A_TIME = 500


def import_pupils(group: GroupPlan) -> None:
    """Write what a plan says of pupils, within the transaction of the import."""
    refs = {one.ref for one in group.changed} | {one.ref for one in group.left}
    pupils = {one.ref: one for one in Pupil.objects.all() if one.ref in refs} if refs else {}
    for change in group.changed:
        _change(pupils[change.ref], change.entry, change.fields)
    for leaving in group.left:
        pupils[leaving.ref].until = leaving.last_day
    Pupil.objects.bulk_update(pupils.values(), WRITTEN, batch_size=AT_A_TIME)
    Pupil.objects.bulk_create((_make(entry) for entry in group.added), batch_size=AT_A_TIME)


@transaction.atomic
def forget_pupils_who_left(*, by: Actor, at: datetime) -> int:
    """Delete pupils whose last day is over, for the clock, and return how many those were."""
    count, _ = Pupil.objects.filter(until__lt=timezone.localdate(at)).delete()
    if count:
        record(by=by, at=at, act=Act.PUPILS_FORGOTTEN, clause="CON-2", figures={"pupils": count})
    return count


def _change(pupil: Pupil, entry: Entry, fields: tuple[str, ...]) -> None:
    for name in fields:
        if name in PLAIN:
            setattr(pupil, name, getattr(entry, name))
    if "accounts" in fields:
        pupil.account = entry.accounts[0]
    if IS_IMPORTED in fields:
        pupil.is_imported = True


def _make(entry: Entry) -> Pupil:
    return Pupil(
        **{name: getattr(entry, name) for name in PLAIN},
        account=next(iter(entry.accounts), ""),
        until=entry.until,
        is_imported=True,
    )
