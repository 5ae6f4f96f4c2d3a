"""That a person has read a text of the notice."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.school.monitoring.models.notice_version import NoticeVersion
from staffroom.school.people.models import Person


class NoticeSeen(models.Model):
    """A person said that they have read this text of the notice. It only grows."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(NoticeVersion, on_delete=models.PROTECT, related_name="seen")
    seen_at = models.DateTimeField()

    class Privacy:
        """That somebody was told is theirs to see."""

        person = identifies(Lifetime.ACKNOWLEDGEMENTS)
        version = housekeeping(Lifetime.ACKNOWLEDGEMENTS, is_shown=True)
        seen_at = housekeeping(Lifetime.ACKNOWLEDGEMENTS, is_shown=True)

    class Meta:
        """A text is read once."""

        ordering = ("-id",)
        constraints = (models.UniqueConstraint(fields=["person", "version"], name="notice_seen_once"),)

    def __str__(self) -> str:
        return f"read at {self.seen_at:%d %B %Y %H:%M}"
