"""A range of addresses of the school's network."""

from __future__ import annotations

from django.db import models

from staffroom.records.people import NetworkKind
from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class SchoolNetwork(models.Model):
    """For whom the addresses of a range in CIDR notation are."""

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    range = models.CharField(max_length=50, unique=True)
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in NetworkKind])
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Privacy:
        """A range is of many people; only who wrote it down is somebody."""

        ref = housekeeping(Lifetime.SCHOOL)
        range = housekeeping(Lifetime.SCHOOL)
        kind = housekeeping(Lifetime.SCHOOL)
        added_by = identifies(Lifetime.SCHOOL)
        added_at = housekeeping(Lifetime.SCHOOL)

    class Meta:
        """By kind, then in the order in which they were added."""

        ordering = ("kind", "id")

    def __str__(self) -> str:
        return self.range
