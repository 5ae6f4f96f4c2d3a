"""One notice on its way to one address."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping, pseudonym
from staffroom.school.notices.models.notice import Notice


class Stage(models.TextChoices):
    """How far a notice has come on one way."""

    WAITING = "waiting"
    SENDING = "sending"
    DELIVERED = "delivered"
    REFUSED = "refused"


class Delivery(models.Model):
    """What came of a notice at one address.

    `way` is "school" for the address that the school has of the person, else the reference of a channel.
    `begun` counts how often sending was begun since it last ended in an answer: it is written before the
    message goes out, so that a process that breaks off in between is known to have done so.
    """

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="deliveries")
    way = models.CharField(max_length=16)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.WAITING)
    begun = models.PositiveSmallIntegerField(default=0)
    because = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()

    class Privacy:
        """It goes with its notice."""

        notice = housekeeping(Lifetime.NOTICES)
        way = pseudonym(Lifetime.NOTICES)
        stage = housekeeping(Lifetime.NOTICES, is_shown=True)
        begun = housekeeping(Lifetime.NOTICES)
        because = housekeeping(Lifetime.NOTICES, is_shown=True)
        at = housekeeping(Lifetime.NOTICES, is_shown=True)

    class Meta:
        """A notice goes each way once."""

        constraints = (models.UniqueConstraint(fields=["notice", "way"], name="delivery_once_a_way"),)

    def __str__(self) -> str:
        return self.stage
