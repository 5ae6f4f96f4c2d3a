"""What is known about people?"""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q, QuerySet

from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.viewers import Viewer
from staffroom.school.people.models import Absence, Person, PostHeld, School


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


def is_away(person: Person, *, at: datetime) -> bool:
    """Say whether a person is away at a moment."""
    lasting = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    return Absence.objects.filter(lasting, person=person, begins_at__lte=at).exists()


def school_name() -> str:
    """Return the school's name; a plain word before anybody has given it."""
    found = School.objects.values_list("name", flat=True).first()
    return found or "Staffroom"
