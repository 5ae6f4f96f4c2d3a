"""How are working hours set, for a person or for the school?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Person, WorkingHours

Days = Mapping[str, Mapping[str, str]]  # as `WorkingHours.days`


@transaction.atomic
def set_hours(
    *, by: Actor, at: datetime, person: Person | None, since: date | None, days: Days
) -> WorkingHours:
    """Set the working hours of a person, or without one the school's own, from a day on.

    Hours that were set from the same day on are replaced; earlier ones stay for the days before.
    """
    WorkingHours.objects.filter(person=person, since=since).delete()
    hours = WorkingHours.objects.create(
        person=person, since=since, days={name: dict(day) for name, day in days.items()}
    )
    record(by=by, at=at, act=Act.HOURS_SET, about=_about(person), clause="MON-2")
    return hours


@transaction.atomic
def withdraw_hours(*, by: Actor, at: datetime, hours: WorkingHours) -> None:
    """Take working hours away; the ones before them hold on."""
    about = _about(hours.person)
    hours.delete()
    record(by=by, at=at, act=Act.HOURS_WITHDRAWN, about=about, clause="MON-2")


def _about(person: Person | None) -> About:
    return About("person", person.ref) if person else About("school", "hours")
