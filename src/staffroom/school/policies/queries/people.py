"""Who can answer for a policy?"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from staffroom.rules.access import GOVERNORS, LEADERS
from staffroom.rules.acknowledging import GOVERNING
from staffroom.school.people.models import Person, PostHeld, StandingHeld
from staffroom.school.people.queries import held_on


def possible_owners(*, on: date) -> QuerySet[Person]:
    """Return the members of the senior leadership team on a day."""
    held = PostHeld.objects.filter(
        held_on(on), person=OuterRef("pk"), post__in=[one.value for one in LEADERS]
    )
    return Person.objects.filter(held_on(on), Exists(held))


def possible_governors(*, on: date) -> QuerySet[Person]:
    """Return those who govern the school on a day, by standing or by post."""
    standing = StandingHeld.objects.filter(
        held_on(on), person=OuterRef("pk"), standing__in=[one.value for one in GOVERNING]
    )
    post = PostHeld.objects.filter(
        held_on(on), person=OuterRef("pk"), post__in=[one.value for one in GOVERNORS]
    )
    return Person.objects.filter(held_on(on)).filter(Q(Exists(standing)) | Q(Exists(post)))
