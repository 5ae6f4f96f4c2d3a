"""Which post a person holds, and from when to when."""

from __future__ import annotations

from django.db import models

from staffroom.records.posts import Post
from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.school.people.models.person import Person


class PostHeld(models.Model):
    """A post that gives duties under the policy. Both days are included.

    `place` orders those who hold the same post: the first senior leader is asked first (clause CON-11).
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    post = models.CharField(max_length=30, choices=[(one.value, one.value) for one in Post])
    place = models.PositiveSmallIntegerField(default=1)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Privacy:
        """Who held which post is part of what was done under the policy."""

        person = identifies(Lifetime.POLICY)
        post = identifies(Lifetime.POLICY)
        place = housekeeping(Lifetime.POLICY)
        since = housekeeping(Lifetime.POLICY, is_shown=True)
        until = housekeeping(Lifetime.POLICY, is_shown=True)

    class Meta:
        """Posts are looked up by post, in the school's order."""

        ordering = ("post", "place", "id")

    def __str__(self) -> str:
        return self.post
