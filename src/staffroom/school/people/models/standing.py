"""How a person belongs to the school, and from when to when."""

from __future__ import annotations

from django.db import models

from staffroom.records.people import Standing
from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.school.people.models.person import Person


class StandingHeld(models.Model):
    """One standing of a person; a person may hold several at once (clause ABT-2). Both days are included."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="standings")
    standing = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Standing])
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Privacy:
        """A standing tells of a person as long as the person is kept."""

        person = identifies(Lifetime.IN_SCOPE)
        standing = identifies(Lifetime.IN_SCOPE)
        since = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        until = housekeeping(Lifetime.IN_SCOPE, is_shown=True)

    class Meta:
        """A standing is looked up by person."""

        ordering = ("person", "since", "id")

    def __str__(self) -> str:
        return self.standing
