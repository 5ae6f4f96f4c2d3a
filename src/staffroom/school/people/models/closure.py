"""When is the school closed within a term?"""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping
from staffroom.school.people.references import make_reference


class Closure(models.Model):
    """Days inside a term on which the school is closed, first and last included."""

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    name = models.CharField(max_length=80)
    first = models.DateField()
    last = models.DateField()

    class Privacy:
        """Nothing here is about a person."""

        ref = housekeeping(Lifetime.SCHOOL)
        name = housekeeping(Lifetime.SCHOOL)
        first = housekeeping(Lifetime.SCHOOL)
        last = housekeeping(Lifetime.SCHOOL)

    class Meta:
        """In the order of days."""

        ordering = ("first", "last", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="closure_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return self.name
