"""How is it written down that a person is away, and back?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Absence, Person


@transaction.atomic
def begin_absence(
    *, by: Actor, at: datetime, person: Person, begins_at: datetime, ends_at: datetime | None = None
) -> Absence:
    """Write down that a person is away, from a moment and perhaps until another."""
    absence = Absence.objects.create(person=person, begins_at=begins_at, ends_at=ends_at)
    record(by=by, at=at, act=Act.AWAY, about=About("person", person.ref), clause="CON-11")
    return absence


@transaction.atomic
def end_absence(*, by: Actor, at: datetime, absence: Absence) -> None:
    """Write down that a person is back; an absence that had not begun is taken away."""
    if absence.begins_at >= at:
        withdraw_absence(by=by, at=at, absence=absence)
        return
    absence.ends_at = at
    absence.save(update_fields=["ends_at"])
    record(by=by, at=at, act=Act.BACK, about=About("person", absence.person.ref), clause="CON-11")


@transaction.atomic
def come_back(*, by: Actor, at: datetime, person: Person) -> int:
    """End every absence that lasts, and return how many those were."""
    lasting = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    absences = list(Absence.objects.filter(lasting, person=person, begins_at__lte=at))
    for absence in absences:
        end_absence(by=by, at=at, absence=absence)
    return len(absences)


@transaction.atomic
def withdraw_absence(*, by: Actor, at: datetime, absence: Absence) -> None:
    """Take away an absence that was written down by mistake, or that will not be."""
    about = About("person", absence.person.ref)
    absence.delete()
    record(by=by, at=at, act=Act.ABSENCE_WITHDRAWN, about=about, clause="CON-11")
