"""A word to somebody that they may make a sign-in."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.school.people.models.person import Person
from staffroom.school.people.references import make_reference


class Way(models.TextChoices):
    """How an invitation reaches somebody."""

    MAIL = "mail"
    LETTER = "letter"


class Invitation(models.Model):
    """An invitation to one person, with a code that works once.

    Of the code only a hash is kept. A newer invitation to the same person withdraws this one.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="invitations")
    code_hash = models.CharField(max_length=64, unique=True)
    way = models.CharField(max_length=6, choices=Way.choices)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """An invitation says when somebody was asked, and when they came."""

        ref = housekeeping(Lifetime.IN_SCOPE)
        person = identifies(Lifetime.IN_SCOPE)
        code_hash = housekeeping(Lifetime.IN_SCOPE)
        way = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        sent_at = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        expires_at = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        accepted_at = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        withdrawn_at = housekeeping(Lifetime.IN_SCOPE, is_shown=True)

    class Meta:
        """At most one invitation to a person is open."""

        ordering = ("-sent_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="invitation_one_open",
            ),
        )

    def __str__(self) -> str:
        return f"Invitation of {self.sent_at:%d %B %Y}"

    def is_open(self, *, at: datetime) -> bool:
        """Say whether it can still be accepted."""
        return self.accepted_at is None and self.withdrawn_at is None and at < self.expires_at
