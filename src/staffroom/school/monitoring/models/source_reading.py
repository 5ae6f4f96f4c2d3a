"""What came of reading a source once."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping
from staffroom.school.monitoring.models.log_source import LogSource


class SourceReading(models.Model):
    """Counts of one reading, in files and lines. `unreadable` counts lines by reason and never says what
    they held.

    `formats` are the titles of the formats recognised; `problem` is a sentence where it could not be read.
    """

    source = models.ForeignKey(LogSource, on_delete=models.CASCADE, related_name="readings")
    read_at = models.DateTimeField()
    formats = models.JSONField(default=list)
    files = models.PositiveIntegerField(default=0)
    unread_files = models.PositiveIntegerField(default=0)
    lines = models.PositiveBigIntegerField(default=0)
    kept = models.PositiveBigIntegerField(default=0)
    unreadable = models.JSONField(default=dict)
    problem = models.CharField(max_length=300, blank=True)

    class Privacy:
        """Counts of lines are about logs."""

        source = housekeeping(Lifetime.VISITS)
        read_at = housekeeping(Lifetime.VISITS)
        formats = housekeeping(Lifetime.VISITS)
        files = housekeeping(Lifetime.VISITS)
        unread_files = housekeeping(Lifetime.VISITS)
        lines = housekeeping(Lifetime.VISITS)
        kept = housekeeping(Lifetime.VISITS)
        unreadable = housekeeping(Lifetime.VISITS)
        problem = housekeeping(Lifetime.VISITS)

    class Meta:
        """The latest reading first."""

        ordering = ("-id",)
        indexes = (models.Index(fields=["source", "-id"], name="source_reading_latest"),)

    def __str__(self) -> str:
        return f"read at {self.read_at:%d %B %Y %H:%M}"
