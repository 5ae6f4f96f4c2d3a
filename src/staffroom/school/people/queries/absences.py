"""Who is away, and when?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q

from staffroom.school.people.models import Absence, Person


def is_away(person: Person, *, at: datetime) -> bool:
    """Say whether a person is away at a moment."""
    lasting = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    return Absence.objects.filter(lasting, person=person, begins_at__lte=at).exists()


def absences_between(
    begin: datetime, end: datetime, *, person: Person | None = None, most: int = 500
) -> Sequence[Absence]:
    """Return the absences that touch a stretch of time, of one person or of everybody, earliest first."""
    lasting = Q(ends_at__isnull=True) | Q(ends_at__gt=begin)
    found = Absence.objects.filter(lasting, begins_at__lt=end).select_related("person")
    return list((found.filter(person=person) if person else found)[:most])
