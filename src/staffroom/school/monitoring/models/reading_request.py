"""Somebody's request that the logs be read now."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class ReadingRequest(models.Model):
    """How far a reading is that somebody asked for; `seen_at` is when it last gave a sign of life.

    `is_open` is True until it ended, and None then: of several rows only one can be open. `doing` names
    what is read, `done` and `whole` count lines (`whole` is None where the end is unknown), `unreadable`
    those that could not be read. `problem` is a sentence where nothing could be read.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    is_open = models.BooleanField(null=True, default=True, unique=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    doing = models.CharField(max_length=120, blank=True)
    done = models.PositiveBigIntegerField(default=0)
    whole = models.PositiveBigIntegerField(null=True, blank=True)
    unreadable = models.PositiveBigIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)

    class Privacy:
        """Who asked is somebody. The name of a file may be somebody's, so only who keeps logs sees it."""

        ref = housekeeping(Lifetime.VISITS)
        is_open = housekeeping(Lifetime.VISITS)
        asked_by = identifies(Lifetime.VISITS)
        asked_at = housekeeping(Lifetime.VISITS, is_shown=True)
        begun_at = housekeeping(Lifetime.VISITS)
        seen_at = housekeeping(Lifetime.VISITS)
        ended_at = housekeeping(Lifetime.VISITS)
        doing = content(Lifetime.VISITS, is_shown=False)
        done = housekeeping(Lifetime.VISITS)
        whole = housekeeping(Lifetime.VISITS)
        unreadable = housekeeping(Lifetime.VISITS)
        problem = housekeeping(Lifetime.VISITS)

    class Meta:
        """The latest first."""

        ordering = ("-id",)

    def __str__(self) -> str:
        return self.ref
