"""What is known of pupils, for the few who may ask?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from staffroom.school.people.models import Pupil
from staffroom.school.people.queries.people import held_on


@dataclass(frozen=True, slots=True)
class YearOfPupils:
    """How many pupils are in a year, and how many of them have an account."""

    year: str
    pupils: int
    with_account: int


def pupils_by_year(*, on: date) -> Sequence[YearOfPupils]:
    """Count the pupils who are at the school on a day."""
    here = Pupil.objects.filter(held_on(on)).values("year").order_by("year")
    counted = here.annotate(pupils=Count("id"), with_account=Count("id", filter=~Q(account="")))
    return [YearOfPupils(one["year"], one["pupils"], one["with_account"]) for one in counted]


def find_pupils(text: str, *, most: int = 20) -> Sequence[Pupil]:
    """Return the first pupils whose name, code or account has every word of a text; none for no words."""
    words = text.split()[:6]
    if not words:
        return []
    found = Pupil.objects.all()
    for word in words:
        found = found.filter(
            Q(given_name__icontains=word)
            | Q(family_name__icontains=word)
            | Q(account__iexact=word)
            | Q(identifier__iexact=word)
        )
    return list(found[:most])
