"""One thing told to one person."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class State(models.TextChoices):
    """Whether a notice has arrived."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    REFUSED = "refused"


class Notice(models.Model):
    """Something that a person is told, and whether it arrived.

    `once` makes a notice that is written twice the same one, such as "policy-abc week-before"; empty where
    each writing is a new notice. `link` is the path of the page where the person goes on. `because` is a
    code that says why it has not arrived. While `claimed_until` lasts, the notice is in the hands of the
    process `claimed_by`, and no other takes it. `one_use_link` is a path that lets in whoever has it, once,
    until `one_use_until`; it is blank as soon as it has arrived, was used or is over.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=160)
    body = models.TextField()
    link = models.CharField(max_length=200, blank=True)
    one_use_link = models.CharField(max_length=200, blank=True)
    one_use_until = models.DateTimeField(null=True, blank=True)
    once = models.CharField(max_length=120, blank=True)
    written_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    because = models.CharField(max_length=40, blank=True)
    claimed_by = models.CharField(max_length=40, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """What somebody was told is shown to them, and goes with the notices."""

        ref = housekeeping(Lifetime.NOTICES)
        person = identifies(Lifetime.NOTICES)
        kind = housekeeping(Lifetime.NOTICES, is_shown=True)
        subject = content(Lifetime.NOTICES)
        body = content(Lifetime.NOTICES)
        link = housekeeping(Lifetime.NOTICES)
        one_use_link = housekeeping(Lifetime.ONE_USE)
        one_use_until = housekeeping(Lifetime.ONE_USE)
        once = housekeeping(Lifetime.NOTICES)
        written_at = housekeeping(Lifetime.NOTICES, is_shown=True)
        state = housekeeping(Lifetime.NOTICES, is_shown=True)
        tries = housekeeping(Lifetime.NOTICES)
        next_try_at = housekeeping(Lifetime.NOTICES)
        settled_at = housekeeping(Lifetime.NOTICES, is_shown=True)
        because = housekeeping(Lifetime.NOTICES, is_shown=True)
        claimed_by = housekeeping(Lifetime.NOTICES)
        claimed_until = housekeeping(Lifetime.NOTICES)

    class Meta:
        """Waiting notices are looked up by when they are to be tried."""

        ordering = ("-written_at", "-id")
        indexes = (models.Index(fields=["state", "next_try_at"], name="notice_waiting"),)
        constraints = (
            models.UniqueConstraint(
                fields=["person", "once"], condition=~models.Q(once=""), name="notice_written_once"
            ),
        )

    def __str__(self) -> str:
        return self.subject
