"""How does a campaign stand: in counts, and for those who keep the policy, by name?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When

from staffroom.rules.group_counts import Row, put_together
from staffroom.school.people.models import School
from staffroom.school.people.queries import held_on
from staffroom.school.policies.models import PENDING, Acknowledgement, Asked, Campaign, Policy

OVERDUE = "past due"
ON_ONE_PAGE = 50


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people are in which state, all together and by group."""

    states: dict[str, int]
    rows: tuple[Row, ...]

    @property
    def total(self) -> int:
        """Return how many people are asked."""
        return sum(self.states.values())


def find_campaign(ref: str) -> Campaign | None:
    """Return the campaign of a reference, with its version and policy."""
    return Campaign.objects.select_related("version__policy").filter(ref=ref).first()


def campaigns_of(policy: Policy, most: int = 10) -> Sequence[Campaign]:
    """Return the campaigns of a policy, the newest first."""
    return list(Campaign.objects.filter(version__policy=policy).select_related("version")[:most])


def count(campaign: Campaign, *, on: date) -> Counts:
    """Count the people of a campaign who are still at the school, by state and by group."""
    late = When(Q(state=PENDING, due__lt=on), then=Value(OVERDUE))
    shown = Case(late, default=F("state"), output_field=CharField())
    asked = Asked.objects.filter(held_on(on, "person__"), campaign=campaign).order_by()
    found = asked.annotate(shown=shown).values_list("group", "shown").annotate(n=Count("id"))
    by_group = {(group, state): n for group, state, n in found}
    states: Counter[str] = Counter()
    for (_, state), n in by_group.items():
        states[state] += n
    smallest = School.objects.values_list("smallest_cohort", flat=True).first() or 5
    return Counts(dict(states), put_together(by_group, smallest))


def people_in(campaign: Campaign, *, on: date, state: str = "") -> QuerySet[Asked]:
    """Return those who are asked, or those of them in one state, by name."""
    asked = Asked.objects.filter(held_on(on, "person__"), campaign=campaign)
    wanted = asked.filter(state=state) if state else asked
    return wanted.select_related("person").order_by("person__family_name", "person__given_name", "id")


def last_words(asked: Iterable[Asked]) -> dict[int, str]:
    """Return the words that each of these people last gave with an answer, by the key of their asking."""
    answers = Acknowledgement.objects.filter(asked__in=list(asked)).order_by("id")
    return dict(answers.values_list("asked_id", "reason"))


def find_asked(ref: str) -> Asked | None:
    """Return one person's place in a campaign."""
    joined = Asked.objects.select_related("person", "campaign__version__policy")
    return joined.filter(ref=ref).first()
