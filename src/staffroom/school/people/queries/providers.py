"""With which providers do people sign in, and whom does an address belong to?"""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from staffroom.school.people.models import Person, Provider
from staffroom.school.people.queries import people_in_scope


def providers() -> list[Provider]:
    """Return the providers in the order of their names."""
    return list(Provider.objects.all())


def person_at(address: str, *, on: date) -> Person | None:
    """Return the one person in scope to whom an address belongs; None where nobody or several have it."""
    if not address:
        return None
    found = people_in_scope(on=on).filter(Q(email__iexact=address) | Q(user__email__iexact=address))
    people = list(found[:2])
    return people[0] if len(people) == 1 else None
