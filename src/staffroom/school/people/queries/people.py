"""What is known about people?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.viewers import Viewer
from staffroom.school.people.models import Person, PostHeld, School


def held_on(day: date, prefix: str = "") -> Q:
    """Return the condition that something with `since` and `until` holds on a day, both included."""
    since, until = f"{prefix}since", f"{prefix}until"
    begun = Q(**{f"{since}__isnull": True}) | Q(**{f"{since}__lte": day})
    not_ended = Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gte": day})
    return begun & not_ended


def people_in_scope(*, on: date) -> QuerySet[Person]:
    """Return those who are at the school on a day and hold a standing then (clause ABT-2)."""
    return Person.objects.filter(held_on(on), held_on(on, "standings__"), standings__isnull=False).distinct()


def viewer_of(person: Person, *, on: date, is_second_factor_given: bool = False) -> Viewer:
    """Return what rules need to know of a person on a day; one who has left holds nothing."""
    if not Person.objects.filter(held_on(on), pk=person.pk).exists():
        return Viewer(person.ref, is_second_factor_given=is_second_factor_given)
    standings = person.standings.filter(held_on(on)).values_list("standing", flat=True)
    posts = person.posts.filter(held_on(on)).values_list("post", flat=True)
    return Viewer(
        person.ref,
        frozenset(Standing(one) for one in standings),
        frozenset(Post(one) for one in posts),
        is_second_factor_given,
    )


def holders(post: Post, *, on: date) -> list[Person]:
    """Return those who hold a post on a day, in the school's order."""
    held = PostHeld.objects.filter(held_on(on), held_on(on, "person__"), post=post).select_related("person")
    return [one.person for one in held.order_by("place", "id")]


def other_keepers(person: Person, *, on: date) -> int:
    """Count those besides a person who look after the list of people on a day, with no end in sight."""
    return _keepers(on).exclude(person=person).values("person").distinct().count()


def count_keepers(*, on: date) -> int:
    """Count those who look after the list of people on a day, with no end in sight."""
    return _keepers(on).values("person").distinct().count()


def _keepers(on: date) -> QuerySet[PostHeld]:
    keeping = (Post.HEADTEACHER.value, Post.ADMINISTRATOR.value)
    held = PostHeld.objects.filter(held_on(on), post__in=keeping, until__isnull=True)
    return held.filter(person__until__isnull=True)


def names_of(refs: Iterable[str]) -> dict[str, str]:
    """Return the names of people by their references; whoever calls it has looked whether that is allowed."""
    return {person.ref: person.name for person in Person.objects.filter(ref__in=list(refs))}


def school_name() -> str:
    """Return the school's name; a plain word before anybody has given it."""
    found = School.objects.values_list("name", flat=True).first()
    return found or "Staffroom"
