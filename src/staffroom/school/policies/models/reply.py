"""What somebody who keeps the policy answers to a comment."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.policies.models.comment import Comment


class Reply(models.Model):
    """The one answer to a comment: whether it is taken up, and why. It only grows."""

    comment = models.OneToOneField(Comment, on_delete=models.PROTECT, related_name="reply")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    is_taken_up = models.BooleanField()
    at = models.DateTimeField()

    class Privacy:
        """What was answered is kept with the version."""

        comment = housekeeping(Lifetime.POLICY)
        person = identifies(Lifetime.POLICY)
        text = content(Lifetime.POLICY)
        is_taken_up = content(Lifetime.POLICY)
        at = housekeeping(Lifetime.POLICY, is_shown=True)

    def __str__(self) -> str:
        return "taken up" if self.is_taken_up else "not taken up"
