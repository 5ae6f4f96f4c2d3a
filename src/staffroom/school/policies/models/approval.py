"""What one named approver says to a version."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference
from staffroom.school.policies.models.version import Version


class Verdict(models.TextChoices):
    """What an approver has said."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    VOID = "void"  # the text was edited, or the version taken back, before all had said theirs


class Approval(models.Model):
    """One approver, asked in one round in one post. `text_hash` is that of the words they approved."""

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="approvals")
    round = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=30)
    asked_at = models.DateTimeField()
    verdict = models.CharField(max_length=10, choices=Verdict.choices, default=Verdict.ASKED)
    reason = models.TextField(blank=True)
    text_hash = models.CharField(max_length=64, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        """Who approved what is the policy's history."""

        ref = housekeeping(Lifetime.POLICY)
        version = housekeeping(Lifetime.POLICY)
        round = housekeeping(Lifetime.POLICY)
        person = identifies(Lifetime.POLICY)
        post = identifies(Lifetime.POLICY)
        asked_at = housekeeping(Lifetime.POLICY, is_shown=True)
        verdict = content(Lifetime.POLICY)
        reason = content(Lifetime.POLICY)
        text_hash = housekeeping(Lifetime.POLICY)
        answered_at = housekeeping(Lifetime.POLICY, is_shown=True)

    class Meta:
        """Nobody is asked twice in one round."""

        ordering = ("version", "-round", "id")
        indexes = (models.Index(fields=["person", "verdict"], name="approval_waiting"),)
        constraints = (
            models.UniqueConstraint(fields=["version", "round", "person"], name="approval_once_a_round"),
        )

    def __str__(self) -> str:
        return self.verdict
