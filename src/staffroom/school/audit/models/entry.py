"""One act, by somebody, at a time."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping, pseudonym


class Entry(models.Model):
    """One line of the audit log.

    It holds references and never a name, a text or an address, and no foreign key, so that what it tells of
    may go while it stays. A trigger of the database refuses any change to it.
    """

    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10)
    actor = models.CharField(max_length=40)
    act = models.CharField(max_length=60)
    about_kind = models.CharField(max_length=30, blank=True)
    about = models.CharField(max_length=40, blank=True)
    clause = models.CharField(max_length=6, blank=True)
    figures = models.JSONField(default=dict)

    class Privacy:
        """An entry outlives what it tells of."""

        at = housekeeping(Lifetime.AUDIT, is_shown=True)
        actor_kind = housekeeping(Lifetime.AUDIT)
        actor = pseudonym(Lifetime.AUDIT)
        act = housekeeping(Lifetime.AUDIT, is_shown=True)
        about_kind = housekeeping(Lifetime.AUDIT)
        about = pseudonym(Lifetime.AUDIT)
        clause = housekeeping(Lifetime.AUDIT, is_shown=True)
        figures = housekeeping(Lifetime.AUDIT)

    class Meta:
        """Look-ups are by what an entry is about, by who acted, and by time."""

        ordering = ("id",)
        indexes = (
            models.Index(fields=["about", "id"], name="entry_about"),
            models.Index(fields=["actor", "id"], name="entry_actor"),
            models.Index(fields=["at"], name="entry_at"),
        )

    def __str__(self) -> str:
        return f"{self.act} at {self.at:%d %B %Y %H:%M}"
