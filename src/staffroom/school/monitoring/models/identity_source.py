"""A place where the network writes down who held which address."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class IdentitySource(models.Model):
    """A file, a folder or a pattern on the server with leases or sign-ins, and what the latest reading gave.

    `claims` counts the intervals that were read; `unreadable` counts lines by reason.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    title = models.CharField(max_length=60)
    place = models.CharField(max_length=400)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    claims = models.PositiveBigIntegerField(default=0)
    unreadable = models.JSONField(default=dict)
    problem = models.CharField(max_length=300, blank=True)

    class Privacy:
        """The files name people; nothing of them is kept here but counts."""

        ref = housekeeping(Lifetime.MONITORING)
        title = housekeeping(Lifetime.MONITORING)
        place = content(Lifetime.MONITORING, is_shown=False)
        added_by = identifies(Lifetime.MONITORING)
        added_at = housekeeping(Lifetime.MONITORING)
        read_at = housekeeping(Lifetime.MONITORING)
        claims = housekeeping(Lifetime.MONITORING)
        unreadable = housekeeping(Lifetime.MONITORING)
        problem = housekeeping(Lifetime.MONITORING)

    class Meta:
        """A place is named once."""

        ordering = ("title", "id")
        constraints = (models.UniqueConstraint(fields=["place"], name="identity_source_place_once"),)

    def __str__(self) -> str:
        return self.title
