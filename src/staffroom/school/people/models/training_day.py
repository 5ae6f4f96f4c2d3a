"""On which days do staff work while pupils are away?"""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping
from staffroom.school.people.references import make_reference


class TrainingDay(models.Model):
    """An INSET day."""

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    name = models.CharField(max_length=80)
    day = models.DateField(unique=True)

    class Privacy:
        """Nothing here is about a person."""

        ref = housekeeping(Lifetime.SCHOOL)
        name = housekeeping(Lifetime.SCHOOL)
        day = housekeeping(Lifetime.SCHOOL)

    class Meta:
        """In the order of days."""

        ordering = ("day",)

    def __str__(self) -> str:
        return self.name
