"""The counts of one week, as they were published."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping


class PublishedWeek(models.Model):
    """A week's counts, with small ones hidden, as `reports.week_document` writes them. It only grows."""

    monday = models.DateField(unique=True)
    document = models.JSONField()
    published_at = models.DateTimeField()

    class Privacy:
        """Nobody can be worked out from what is published."""

        monday = housekeeping(Lifetime.MONITORING)
        document = housekeeping(Lifetime.MONITORING)
        published_at = housekeeping(Lifetime.MONITORING)

    class Meta:
        """The latest week first."""

        ordering = ("-monday",)

    def __str__(self) -> str:
        return f"week of {self.monday}"
