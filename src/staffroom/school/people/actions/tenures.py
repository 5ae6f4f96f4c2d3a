"""How does a person come to a standing or a post, and how does it end?"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.audit.actions import About, record
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Person, PostHeld, StandingHeld


@transaction.atomic
def give_standing(
    *, by: Actor, at: datetime, person: Person, standing: Standing, since: date | None = None
) -> StandingHeld:
    """Give a person a standing from a day on."""
    held = StandingHeld.objects.create(person=person, standing=standing.value, since=since)
    record(by=by, at=at, act=Act.STANDING_GIVEN, about=About("person", person.ref), clause="ABT-2")
    return held


@transaction.atomic
def end_standing(*, by: Actor, at: datetime, held: StandingHeld, last_day: date | None) -> None:
    """End a standing; the person holds it up to and including the last day. None takes an end back."""
    held.until = last_day
    held.save(update_fields=["until"])
    record(by=by, at=at, act=Act.STANDING_ENDED, about=About("person", held.person.ref), clause="ABT-2")


@transaction.atomic
def give_post(
    *, by: Actor, at: datetime, person: Person, post: Post, since: date | None = None, place: int = 1
) -> PostHeld:
    """Give a person a post from a day on; `place` orders several holders of the same post."""
    held = PostHeld.objects.create(person=person, post=post.value, since=since, place=place)
    record(by=by, at=at, act=Act.POST_GIVEN, about=About("person", person.ref))
    return held


@transaction.atomic
def end_post(*, by: Actor, at: datetime, held: PostHeld, last_day: date | None) -> None:
    """End a post; the person holds it up to and including the last day. None takes an end back."""
    held.until = last_day
    held.save(update_fields=["until"])
    record(by=by, at=at, act=Act.POST_ENDED, about=About("person", held.person.ref))
