"""One run of one job."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping


class Run(models.Model):
    """A job that was begun for a moment at which it was due.

    `count` is how many things it did. `problem` is the kind of error that ended it, never its words, which
    could name somebody; it is empty where all went well.
    """

    job = models.CharField(max_length=60)
    due_at = models.DateTimeField()
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=1)
    count = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=80, blank=True)

    class Privacy:
        """Nothing here is about a person."""

        job = housekeeping(Lifetime.SCHOOL)
        due_at = housekeeping(Lifetime.SCHOOL)
        begun_at = housekeeping(Lifetime.SCHOOL)
        ended_at = housekeeping(Lifetime.SCHOOL)
        tries = housekeeping(Lifetime.SCHOOL)
        count = housekeeping(Lifetime.SCHOOL)
        problem = housekeeping(Lifetime.SCHOOL)

    class Meta:
        """A job runs once for each moment."""

        ordering = ("-due_at", "job")
        constraints = (models.UniqueConstraint(fields=["job", "due_at"], name="run_once"),)
        indexes = (models.Index(fields=["ended_at"], name="run_ended"),)

    def __str__(self) -> str:
        return f"{self.job} for {self.due_at:%d %B %Y %H:%M}"
