"""What has been uploaded to be looked at before anything is done with it?"""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models.person import Person
from staffroom.school.people.references import make_reference


class Form(models.TextChoices):
    """What an upload is."""

    ROSTER = "roster"
    TABLE = "table"
    CALENDAR = "calendar"
    DEVICES = "devices"


class Upload(models.Model):
    """A file between its upload and its import, deleted when it is imported or given up, or after a day.

    `choices` is what whoever uploaded it has chosen: the columns of a table, the school of a trust.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="uploads")
    form = models.CharField(max_length=10, choices=Form.choices)
    uploaded_at = models.DateTimeField()
    body = models.BinaryField()
    choices = models.JSONField(default=dict)

    class Privacy:
        """The file may name everybody at the school; it is kept a day at most."""

        ref = housekeeping(Lifetime.UPLOAD)
        owner = identifies(Lifetime.UPLOAD)
        form = housekeeping(Lifetime.UPLOAD)
        uploaded_at = housekeeping(Lifetime.UPLOAD)
        body = content(Lifetime.UPLOAD, is_shown=False)
        choices = housekeeping(Lifetime.UPLOAD)

    class Meta:
        """Old ones are looked up to be deleted."""

        ordering = ("uploaded_at",)

    def __str__(self) -> str:
        return self.ref
