"""An annual review of monitoring: when it is due, and what it found."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class Review(models.Model):
    """A review, planned until `held_on`. The one that is planned has no such day, and there is only one."""

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    due_on = models.DateField()
    held_on = models.DateField(null=True, blank=True)
    findings = models.TextField(blank=True)
    decisions = models.TextField(blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        """A review is about monitoring, and names who held it."""

        ref = housekeeping(Lifetime.MONITORING)
        due_on = housekeeping(Lifetime.MONITORING)
        held_on = housekeeping(Lifetime.MONITORING)
        findings = content(Lifetime.MONITORING)
        decisions = content(Lifetime.MONITORING)
        recorded_by = identifies(Lifetime.MONITORING)

    class Meta:
        """One review is planned at a time."""

        ordering = ("-due_on", "-id")
        constraints = (
            models.UniqueConstraint(
                models.Value(1), condition=models.Q(held_on__isnull=True), name="review_one_planned"
            ),
        )

    def __str__(self) -> str:
        return f"review due {self.due_on}"
