"""Whose a device is, for a while."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class SchoolDevice(models.Model):
    """A row of the device register; without a `person` the device is shared, and names nobody.

    `address` is an IP address, a MAC address (lower case, colons) or a host name. Both days are included;
    None is open. `source` says where the school knows it from.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    address = models.CharField(max_length=253, db_index=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=60)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Privacy:
        """A device of one person points to them, and so does its address."""

        ref = housekeeping(Lifetime.IN_SCOPE)
        address = identifies(Lifetime.IN_SCOPE)
        person = identifies(Lifetime.IN_SCOPE)
        since = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        until = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        source = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        added_by = identifies(Lifetime.IN_SCOPE)
        added_at = housekeeping(Lifetime.IN_SCOPE)

    class Meta:
        """By address, the latest first."""

        ordering = ("address", "-since", "-id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(since__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="device_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.ref
