"""One person asked in one campaign, and how that stands."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.records.versions import Answer
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference
from staffroom.school.policies.models.campaign import Campaign

PENDING = "pending"


class Asked(models.Model):
    """That a person is asked, by when, and the state of it; what they said is in Acknowledgement.

    `group` is the standing in which they are counted. `remind_on` is the day of the next reminder, None once
    the answer is settled.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="asked")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="asked")
    group = models.CharField(max_length=20)
    asked_on = models.DateField()
    due = models.DateField()
    state = models.CharField(
        max_length=10,
        choices=[(PENDING, PENDING), *((one.value, one.value) for one in Answer)],
        default=PENDING,
    )
    remind_on = models.DateField(null=True, blank=True)
    is_replied: bool  # no column: `queries.reading.waiting_for` works it out

    class Privacy:
        """That somebody was asked lives as long as what they answered."""

        ref = housekeeping(Lifetime.ACKNOWLEDGEMENTS)
        campaign = housekeeping(Lifetime.ACKNOWLEDGEMENTS)
        person = identifies(Lifetime.ACKNOWLEDGEMENTS)
        group = identifies(Lifetime.ACKNOWLEDGEMENTS)
        asked_on = housekeeping(Lifetime.ACKNOWLEDGEMENTS, is_shown=True)
        due = housekeeping(Lifetime.ACKNOWLEDGEMENTS, is_shown=True)
        state = content(Lifetime.ACKNOWLEDGEMENTS)
        remind_on = housekeeping(Lifetime.ACKNOWLEDGEMENTS)

    class Meta:
        """Counted by campaign and state; a person's own are looked up by person; reminders by day."""

        ordering = ("id",)
        indexes = (
            models.Index(fields=["campaign", "state", "group"], name="asked_counts"),
            models.Index(fields=["person", "state"], name="asked_person"),
            models.Index(
                fields=["remind_on"], condition=models.Q(remind_on__isnull=False), name="asked_reminders"
            ),
        )
        constraints = (models.UniqueConstraint(fields=["campaign", "person"], name="asked_once"),)

    def __str__(self) -> str:
        return self.state
