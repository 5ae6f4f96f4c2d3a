"""One change of how monitoring is set, with its reason."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person


class SettingChange(models.Model):
    """A setting that was changed: what it was, what it is now, why, and by whom. It only grows."""

    name = models.CharField(max_length=40)
    was = models.CharField(max_length=40)
    now = models.CharField(max_length=40)
    reason = models.TextField()
    changed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Privacy:
        """Who changed monitoring is part of its record."""

        name = housekeeping(Lifetime.MONITORING, is_shown=True)
        was = housekeeping(Lifetime.MONITORING)
        now = housekeeping(Lifetime.MONITORING)
        reason = content(Lifetime.MONITORING)
        changed_by = identifies(Lifetime.MONITORING)
        changed_at = housekeeping(Lifetime.MONITORING, is_shown=True)

    class Meta:
        """The latest change first."""

        ordering = ("-id",)

    def __str__(self) -> str:
        return self.name
