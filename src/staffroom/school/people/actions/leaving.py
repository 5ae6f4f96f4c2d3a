"""How does a person leave, and how is that taken back?"""

from __future__ import annotations

from datetime import date, datetime

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Person, User


@transaction.atomic
def leave(*, by: Actor, at: datetime, person: Person, last_day: date) -> None:
    """Write down that a person leaves; where the day has come, they cannot sign in from this minute.

    Their sessions end, and everything that was written of them stays.
    """
    person.until = last_day
    person.save(update_fields=["until"])
    if last_day <= timezone.localdate(at):
        _end_access([person])
    record(by=by, at=at, act=Act.LEFT, about=About("person", person.ref), clause="ABT-2")


@transaction.atomic
def bring_back(*, by: Actor, at: datetime, person: Person) -> None:
    """Take back that a person leaves: standings and posts hold again, and so does their sign-in."""
    person.until = None
    person.save(update_fields=["until"])
    User.objects.filter(person=person).update(is_active=True)
    record(by=by, at=at, act=Act.BROUGHT_BACK, about=About("person", person.ref), clause="ABT-2")


@transaction.atomic
def end_access_of_leavers(*, by: Actor, at: datetime) -> int:
    """End the sign-ins of those whose last day is over, for the clock, and return how many those are."""
    today = timezone.localdate(at)
    leavers = list(Person.objects.filter(until__lt=today, user__is_active=True))
    _end_access(leavers)
    for person in leavers:
        record(by=by, at=at, act=Act.ACCESS_ENDED, about=About("person", person.ref), clause="ABT-2")
    return len(leavers)


def _end_access(people: list[Person]) -> None:
    User.objects.filter(person__in=people).update(is_active=False)
    for session in UserSession.objects.filter(user__person__in=people):
        session.end()
