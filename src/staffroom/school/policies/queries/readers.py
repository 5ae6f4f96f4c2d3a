"""Whom does the policy bind on a day, with what rules need to know of each?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.versions import Answer
from staffroom.records.viewers import Viewer
from staffroom.rules.acknowledging import Reader
from staffroom.school.people.models import Person, PostHeld, StandingHeld
from staffroom.school.people.queries import held_on
from staffroom.school.policies.models import Asked, Policy

SETTLED = [Answer.ACCEPTED.value, Answer.DECLINED.value, Answer.ON_PAPER.value, Answer.EXEMPT.value]


@dataclass(frozen=True, slots=True)
class Bound:
    """A person whom the policy binds, by primary key, and what rules need to know."""

    pk: int
    reader: Reader


def people_bound(*, on: date) -> QuerySet[Person]:
    """Return those who are at the school on a day and hold a standing then, without a join to count twice."""
    held = StandingHeld.objects.filter(held_on(on), person=OuterRef("pk"))
    return Person.objects.filter(held_on(on), Exists(held))


def not_asked(policy: Policy, year: int, *, on: date) -> QuerySet[Person]:
    """Return those whom the policy binds and who have not been asked about any version of it in a year."""
    asked = Asked.objects.filter(campaign__version__policy=policy, campaign__year=year, person=OuterRef("pk"))
    return people_bound(on=on).filter(~Exists(asked))


def readers(people: QuerySet[Person], policy: Policy, year: int, *, on: date) -> list[Bound]:
    """Return what rules need to know of some people, in a number of queries that does not grow with them."""
    found = list(people.order_by("pk").values_list("pk", "ref"))
    standings = _gather(StandingHeld.objects.filter(held_on(on)).values_list("person_id", "standing"))
    posts = _gather(PostHeld.objects.filter(held_on(on)).values_list("person_id", "post"))
    answered = set(
        Asked.objects.filter(
            campaign__version__policy=policy, campaign__year=year, state__in=SETTLED
        ).values_list("person_id", flat=True)
    )
    return [
        Bound(
            pk,
            Reader(
                Viewer(
                    ref,
                    frozenset(Standing(one) for one in standings[pk]),
                    frozenset(Post(one) for one in posts[pk]),
                ),
                has_answered_before=pk in answered,
            ),
        )
        for pk, ref in found
    ]


def _gather(rows: Iterable[tuple[int, str]]) -> defaultdict[int, list[str]]:
    gathered: defaultdict[int, list[str]] = defaultdict(list)
    for pk, word in rows:
        gathered[pk].append(word)
    return gathered
