"""The school's own word about a host of the catalogue."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class CatalogueOverride(models.Model):
    """What a host is for in this school, with the reason. It holds until `ended_at`."""

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    host = models.CharField(max_length=253)
    service = models.CharField(max_length=60, blank=True)
    role = models.CharField(max_length=20)
    reason = models.TextField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """Who decided is part of the record of monitoring."""

        ref = housekeeping(Lifetime.MONITORING)
        host = housekeeping(Lifetime.MONITORING)
        service = housekeeping(Lifetime.MONITORING)
        role = housekeeping(Lifetime.MONITORING)
        reason = content(Lifetime.MONITORING)
        decided_by = identifies(Lifetime.MONITORING)
        decided_on = housekeeping(Lifetime.MONITORING)
        ended_at = housekeeping(Lifetime.MONITORING)

    class Meta:
        """One word about a host holds at a time."""

        ordering = ("host", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["host"], condition=models.Q(ended_at__isnull=True), name="override_one_a_host"
            ),
        )

    def __str__(self) -> str:
        return self.host
