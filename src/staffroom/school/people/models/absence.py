"""When a person is away."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.school.people.models.person import Person


class Absence(models.Model):
    """A stretch of absence; `ends_at` is None while nobody knows when the person is back ("away from now").

    Why somebody is away is nobody's business here, and is not asked.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="absences")
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """Who was away when explains who was told instead."""

        person = identifies(Lifetime.IN_SCOPE)
        begins_at = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        ends_at = housekeeping(Lifetime.IN_SCOPE, is_shown=True)

    class Meta:
        """Absences are looked up by person and time."""

        ordering = ("begins_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True) | models.Q(ends_at__gt=models.F("begins_at")),
                name="absence_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"away from {self.begins_at:%d %B %Y}"
