"""Who is named for a review, and whether they were there."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.records.safeguards import Seat
from staffroom.school.monitoring.models.review import Review
from staffroom.school.people.models import Person


class Attendee(models.Model):
    """A named person of a review; `was_there` is None until it has been held."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="attendees")
    seat = models.CharField(max_length=24, choices=[(one.value, one.value) for one in Seat])
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    was_there = models.BooleanField(null=True, blank=True)

    class Privacy:
        """Who reviewed monitoring is part of its record."""

        review = housekeeping(Lifetime.MONITORING)
        seat = housekeeping(Lifetime.MONITORING, is_shown=True)
        person = identifies(Lifetime.MONITORING)
        was_there = housekeeping(Lifetime.MONITORING, is_shown=True)

    class Meta:
        """A seat is taken once, and a person has one."""

        ordering = ("review", "id")
        constraints = (
            models.UniqueConstraint(fields=["review", "seat"], name="attendee_seat_once"),
            models.UniqueConstraint(fields=["review", "person"], name="attendee_person_once"),
        )

    def __str__(self) -> str:
        return self.seat
