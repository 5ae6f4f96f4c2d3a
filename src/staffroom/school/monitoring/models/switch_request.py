"""One person asks to switch monitoring on or off; another settles it."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class Settlement(models.TextChoices):
    """What became of a request to switch."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    TAKEN_BACK = "taken back"  # by the one who asked, or refused by the other


class SwitchRequest(models.Model):
    """A request to switch monitoring on (`is_on`) or off. The latest confirmed one says how it stands."""

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    is_on = models.BooleanField()
    reason = models.TextField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    settlement = models.CharField(max_length=12, choices=Settlement.choices, default=Settlement.WAITING)
    settled_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """Who switched monitoring on or off is part of its record."""

        ref = housekeeping(Lifetime.MONITORING)
        is_on = housekeeping(Lifetime.MONITORING, is_shown=True)
        reason = content(Lifetime.MONITORING)
        asked_by = identifies(Lifetime.MONITORING)
        asked_at = housekeeping(Lifetime.MONITORING, is_shown=True)
        settlement = housekeeping(Lifetime.MONITORING, is_shown=True)
        settled_by = identifies(Lifetime.MONITORING)
        settled_at = housekeeping(Lifetime.MONITORING, is_shown=True)

    class Meta:
        """One request waits at a time."""

        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                models.Value(1), condition=models.Q(settlement="waiting"), name="switch_one_waiting"
            ),
        )

    def __str__(self) -> str:
        return "on" if self.is_on else "off"
