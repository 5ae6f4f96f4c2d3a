"""Asking people to read and acknowledge a version."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping
from staffroom.school.people.references import make_reference
from staffroom.school.policies.models.version import Version


class Cause(models.TextChoices):
    """Why people are asked."""

    FIRST = "first"
    YEARLY = "each year"
    CHANGED = "material change"


class Campaign(models.Model):
    """One asking of a version in one academic year (named by the calendar year in which it begins)."""

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="campaigns")
    year = models.PositiveSmallIntegerField()
    cause = models.CharField(max_length=20, choices=Cause.choices)
    begun_at = models.DateTimeField()
    due = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """A campaign itself is about nobody."""

        ref = housekeeping(Lifetime.ACKNOWLEDGEMENTS)
        version = housekeeping(Lifetime.ACKNOWLEDGEMENTS)
        year = housekeeping(Lifetime.ACKNOWLEDGEMENTS)
        cause = housekeeping(Lifetime.ACKNOWLEDGEMENTS)
        begun_at = housekeeping(Lifetime.ACKNOWLEDGEMENTS)
        due = housekeeping(Lifetime.ACKNOWLEDGEMENTS)
        ended_at = housekeeping(Lifetime.ACKNOWLEDGEMENTS)

    class Meta:
        """A version is asked for once in a year."""

        ordering = ("-begun_at", "-id")
        constraints = (models.UniqueConstraint(fields=["version", "year"], name="campaign_once_a_year"),)

    def __str__(self) -> str:
        return f"{self.cause} {self.year}"
