"""Which people does somebody look for?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Prefetch, Q, QuerySet

from staffroom.school.people.models import Person, PostHeld, StandingHeld
from staffroom.school.people.queries.people import held_on


class Who(StrEnum):
    """Whom of all the people somebody wants to see."""

    IN_SCOPE = "in scope"
    LEFT = "left"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody looks for; an empty field leaves out nobody. `text` is part of a name or an address."""

    text: str = ""
    standing: str = ""
    post: str = ""
    who: Who = Who.IN_SCOPE


def find_people(search: Search, *, on: date) -> QuerySet[Person]:
    """Return those who are looked for, by name, each with `standings_now` and `posts_now`."""
    found = _of(search.who, on)
    for word in search.text.split()[:6]:
        found = found.filter(
            Q(given_name__icontains=word)
            | Q(family_name__icontains=word)
            | Q(email__icontains=word)
            | Q(identifier__iexact=word)
        )
    if search.standing:
        held = StandingHeld.objects.filter(held_on(on), standing=search.standing)
        found = found.filter(pk__in=held.values("person"))
    if search.post:
        found = found.filter(pk__in=PostHeld.objects.filter(held_on(on), post=search.post).values("person"))
    return found.prefetch_related(
        Prefetch("standings", StandingHeld.objects.filter(held_on(on)), to_attr="standings_now"),
        Prefetch("posts", PostHeld.objects.filter(held_on(on)), to_attr="posts_now"),
    )


def _of(who: Who, on: date) -> QuerySet[Person]:
    if who is Who.LEFT:
        return Person.objects.filter(until__lt=on)
    if who is Who.EVERYBODY:
        return Person.objects.all()
    held = StandingHeld.objects.filter(held_on(on)).values("person")
    return Person.objects.filter(held_on(on), pk__in=held)
