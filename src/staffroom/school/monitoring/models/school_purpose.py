"""A line of the school-purposes register, or somebody's request for one."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class PurposeState(models.TextChoices):
    """Whether a line holds."""

    ASKED = "asked"
    ALLOWED = "allowed"
    REFUSED = "refused"


class SchoolPurpose(models.Model):
    """Who may use which service for the school's work, why, and from when to when.

    `person` or `role` says for whom; `service` is a catalogue id or "*". `asked_by` and `due_on` are set
    where somebody asked for it. Both days are included.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    role = models.CharField(max_length=80, blank=True)
    service = models.CharField(max_length=60)
    purpose = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=PurposeState.choices)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    because = models.TextField(blank=True)

    class Privacy:
        """For whom a service was allowed, and by whom."""

        ref = housekeeping(Lifetime.MONITORING)
        person = identifies(Lifetime.MONITORING)
        role = housekeeping(Lifetime.MONITORING, is_shown=True)
        service = content(Lifetime.MONITORING)
        purpose = content(Lifetime.MONITORING)
        since = housekeeping(Lifetime.MONITORING, is_shown=True)
        until = housekeeping(Lifetime.MONITORING, is_shown=True)
        state = housekeeping(Lifetime.MONITORING, is_shown=True)
        asked_by = identifies(Lifetime.MONITORING)
        asked_at = housekeeping(Lifetime.MONITORING, is_shown=True)
        due_on = housekeeping(Lifetime.MONITORING, is_shown=True)
        settled_by = identifies(Lifetime.MONITORING)
        settled_at = housekeeping(Lifetime.MONITORING, is_shown=True)
        because = content(Lifetime.MONITORING)

    class Meta:
        """What waits longest first."""

        ordering = ("asked_at", "id")
        indexes = (models.Index(fields=["state", "due_on"], name="purpose_waiting"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="purpose_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.service
