"""What can be done with people, their standings, posts and absences?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.audit.actions import About, record
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Absence, Person, PostHeld, StandingHeld, User


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is written of a person."""

    given_name: str
    family_name: str
    email: str = ""
    phone: str = ""
    job: str = ""
    identifier: str = ""
    since: date | None = None


@transaction.atomic
def add_person(*, by: Actor, at: datetime, particulars: Particulars, standings: Iterable[Standing]) -> Person:
    """Add a person in one or more standings."""
    person = Person.objects.create(
        given_name=particulars.given_name,
        family_name=particulars.family_name,
        email=particulars.email,
        phone=particulars.phone,
        job=particulars.job,
        identifier=particulars.identifier,
        since=particulars.since,
    )
    record(by=by, at=at, act=Act.ADDED, about=About("person", person.ref), clause="ABT-2")
    for standing in standings:
        give_standing(by=by, at=at, person=person, standing=standing, since=particulars.since)
    return person


@transaction.atomic
def give_standing(
    *, by: Actor, at: datetime, person: Person, standing: Standing, since: date | None = None
) -> StandingHeld:
    """Give a person a standing from a day on."""
    held = StandingHeld.objects.create(person=person, standing=standing.value, since=since)
    record(by=by, at=at, act=Act.STANDING_GIVEN, about=About("person", person.ref), clause="ABT-2")
    return held


@transaction.atomic
def give_post(
    *, by: Actor, at: datetime, person: Person, post: Post, since: date | None = None, place: int = 1
) -> PostHeld:
    """Give a person a post from a day on; `place` orders several holders of the same post."""
    held = PostHeld.objects.create(person=person, post=post.value, since=since, place=place)
    record(by=by, at=at, act=Act.POST_GIVEN, about=About("person", person.ref))
    return held


@transaction.atomic
def end_post(*, by: Actor, at: datetime, held: PostHeld, last_day: date) -> None:
    """End a post; the person holds it up to and including the last day."""
    held.until = last_day
    held.save(update_fields=["until"])
    record(by=by, at=at, act=Act.POST_ENDED, about=About("person", held.person.ref))


@transaction.atomic
def leave(*, by: Actor, at: datetime, person: Person, last_day: date) -> None:
    """Write down that a person leaves; where the day has come, they cannot sign in from this minute."""
    person.until = last_day
    person.save(update_fields=["until"])
    if last_day <= at.date():
        User.objects.filter(person=person).update(is_active=False)
    record(by=by, at=at, act=Act.LEFT, about=About("person", person.ref))


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
    """Write down that a person is back."""
    absence.ends_at = at
    absence.save(update_fields=["ends_at"])
    record(by=by, at=at, act=Act.BACK, about=About("person", absence.person.ref), clause="CON-11")
