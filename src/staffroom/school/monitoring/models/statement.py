"""One version of one statement of the monitoring record."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.records.safeguards import Subject
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class Statement(models.Model):
    """Answers to the questions of one subject: a draft until `finished_at`, never changed after that."""

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    subject = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Subject])
    number = models.PositiveSmallIntegerField()
    answers = models.JSONField(default=dict)
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """Who answered for monitoring is part of its record."""

        ref = housekeeping(Lifetime.MONITORING)
        subject = housekeeping(Lifetime.MONITORING)
        number = housekeeping(Lifetime.MONITORING)
        answers = content(Lifetime.MONITORING)
        saved_by = identifies(Lifetime.MONITORING)
        saved_at = housekeeping(Lifetime.MONITORING, is_shown=True)
        finished_at = housekeeping(Lifetime.MONITORING, is_shown=True)

    class Meta:
        """A subject has one draft at most."""

        ordering = ("subject", "-number")
        constraints = (
            models.UniqueConstraint(fields=["subject", "number"], name="statement_numbered_once"),
            models.UniqueConstraint(
                fields=["subject"], condition=models.Q(finished_at__isnull=True), name="statement_one_draft"
            ),
        )

    def __str__(self) -> str:
        return f"{self.subject} {self.number}"
