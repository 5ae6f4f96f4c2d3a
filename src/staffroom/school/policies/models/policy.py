"""One policy of the school, through all its versions."""

from __future__ import annotations

from django.db import models

from staffroom.records.posts import Post
from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


def usual_approvers() -> list[str]:
    """Return the posts that approve unless the school decides otherwise."""
    return [Post.HEADTEACHER.value, Post.SAFEGUARDING_GOVERNOR.value]


class Policy(models.Model):
    """A policy: who answers for it, and which posts approve it.

    `owner` is a member of the senior leadership team and `governor` a governor; both are named before a
    version comes into force. `days_to_read` is how long people have to answer.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    title = models.CharField(max_length=160)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    governor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    approving_posts = models.JSONField(default=usual_approvers)
    days_to_read = models.PositiveSmallIntegerField(default=28)
    made_at = models.DateTimeField()

    class Privacy:
        """Who answers for a policy is part of its history."""

        ref = housekeeping(Lifetime.POLICY)
        title = content(Lifetime.POLICY, is_shown=False)
        owner = identifies(Lifetime.POLICY)
        governor = identifies(Lifetime.POLICY)
        approving_posts = housekeeping(Lifetime.POLICY)
        days_to_read = housekeeping(Lifetime.POLICY)
        made_at = housekeeping(Lifetime.POLICY)

    class Meta:
        """Policies are listed by title."""

        ordering = ("title", "id")

    def __str__(self) -> str:
        return self.title
