"""A place from which logs are read."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class LogSource(models.Model):
    """A file, a folder or a pattern on the server; `format` is a format's name, empty to recognise it."""

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    title = models.CharField(max_length=60)
    place = models.CharField(max_length=400)
    format = models.CharField(max_length=40, blank=True)
    is_read = models.BooleanField(default=True)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Privacy:
        """A place on the server may be named after somebody, so nobody is shown it but who keeps logs."""

        ref = housekeeping(Lifetime.MONITORING)
        title = housekeeping(Lifetime.MONITORING)
        place = content(Lifetime.MONITORING, is_shown=False)
        format = housekeeping(Lifetime.MONITORING)
        is_read = housekeeping(Lifetime.MONITORING)
        added_by = identifies(Lifetime.MONITORING)
        added_at = housekeeping(Lifetime.MONITORING)

    class Meta:
        """A place is named once."""

        ordering = ("title", "id")
        constraints = (models.UniqueConstraint(fields=["place"], name="log_source_place_once"),)

    def __str__(self) -> str:
        return self.title
