"""A document that is read together with a policy."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping
from staffroom.school.policies.models.policy import Policy


class LinkedDocument(models.Model):
    """Another policy or guide of the school (clauses ABT-1, GEN-5): its title, version and where it is."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="links")
    title = models.CharField(max_length=160)
    version = models.CharField(max_length=40, blank=True)
    address = models.URLField(blank=True)

    class Privacy:
        """Nothing here is about a person."""

        policy = housekeeping(Lifetime.POLICY)
        title = housekeeping(Lifetime.POLICY)
        version = housekeeping(Lifetime.POLICY)
        address = housekeeping(Lifetime.POLICY)

    class Meta:
        """Documents come in the order in which they were named."""

        ordering = ("id",)

    def __str__(self) -> str:
        return self.title
