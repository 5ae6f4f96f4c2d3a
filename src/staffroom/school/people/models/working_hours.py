"""When does a person work, or the school as a whole?"""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.school.people.models.person import Person
from staffroom.school.people.references import make_reference


class WorkingHours(models.Model):
    """A week of working hours and breaks from a day on; without a person, the school's own.

    `days` has for each weekday that is worked ("0" is Monday) its hours and its breaks as people write them:
    {"0": {"hours": "08:30-12:15, 13:00-16:00", "breaks": "10:30-10:50"}}. A change is a new row with a date.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="working_hours", null=True, blank=True
    )
    since = models.DateField(null=True, blank=True)
    days = models.JSONField(default=dict)

    class Privacy:
        """Working hours decide how a visit is judged, so they are shown to whom they concern."""

        ref = housekeeping(Lifetime.IN_SCOPE)
        person = identifies(Lifetime.IN_SCOPE)
        since = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        days = housekeeping(Lifetime.IN_SCOPE, is_shown=True)

    class Meta:
        """The latest that had begun holds."""

        ordering = (models.F("since").asc(nulls_first=True), "id")

    def __str__(self) -> str:
        return f"working hours since {self.since or 'ever'}"
