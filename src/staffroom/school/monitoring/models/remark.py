"""What somebody says to a use that is held on them, and the answer."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies, pseudonym
from staffroom.records.remarks import RemarkKind
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class RemarkState(models.TextChoices):
    """What became of a remark."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Remark(models.Model):
    """A remark on the windows `first` to `last` of a service on a day, by whoever has the code `who` then.

    It has no name, so that no use meets a name here; `signed_by` is set where the person chose to give
    theirs. It goes with the evidence that it is about.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    who = models.CharField(max_length=16)
    monday = models.DateField()
    day = models.DateField()
    service = models.CharField(max_length=60)
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in RemarkKind])
    words = models.TextField()
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    written_at = models.DateTimeField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=RemarkState.choices, default=RemarkState.WAITING)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """A remark is shown on the record that it belongs to."""

        ref = housekeeping(Lifetime.VISITS)
        who = pseudonym(Lifetime.VISITS)
        monday = housekeeping(Lifetime.VISITS)
        day = housekeeping(Lifetime.VISITS, is_shown=True)
        service = content(Lifetime.VISITS)
        first = housekeeping(Lifetime.VISITS)
        last = housekeeping(Lifetime.VISITS)
        kind = housekeeping(Lifetime.VISITS, is_shown=True)
        words = content(Lifetime.VISITS)
        signed_by = identifies(Lifetime.VISITS)
        written_at = housekeeping(Lifetime.VISITS, is_shown=True)
        due_on = housekeeping(Lifetime.VISITS, is_shown=True)
        state = housekeeping(Lifetime.VISITS, is_shown=True)
        answer = content(Lifetime.VISITS)
        answered_by = identifies(Lifetime.VISITS)
        answered_at = housekeeping(Lifetime.VISITS, is_shown=True)

    class Meta:
        """Remarks are looked up by week and code, and by what waits."""

        ordering = ("due_on", "id")
        indexes = (
            models.Index(fields=["monday", "who"], name="remark_of_week"),
            models.Index(fields=["state", "due_on"], name="remark_waiting"),
        )

    def __str__(self) -> str:
        return self.kind
