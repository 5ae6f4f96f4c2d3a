"""One text of the notice, as people were shown it."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping


class NoticeVersion(models.Model):
    """A text of the notice: its sections, and the digest that they hash to. It only grows."""

    digest = models.CharField(max_length=64)
    sections = models.JSONField()
    published_at = models.DateTimeField()

    class Privacy:
        """The notice is about what the school does, not about a person."""

        digest = housekeeping(Lifetime.MONITORING)
        sections = housekeeping(Lifetime.MONITORING)
        published_at = housekeeping(Lifetime.MONITORING)

    class Meta:
        """The latest first. A text may come back, so its digest need not be the only one."""

        ordering = ("-id",)

    def __str__(self) -> str:
        return f"notice of {self.published_at:%d %B %Y}"
