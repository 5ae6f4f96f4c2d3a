"""Which process is the clock."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping


class Keeper(models.Model):
    """The one row that a process must hold to be the clock; it says "still here" by `beat_at`."""

    holder = models.CharField(max_length=40, blank=True)
    beat_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """Nothing here is about a person."""

        holder = housekeeping(Lifetime.SCHOOL)
        beat_at = housekeeping(Lifetime.SCHOOL)

    class Meta:
        """There is only one."""

        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="clock_only_one"),)

    def __str__(self) -> str:
        return "the clock"
