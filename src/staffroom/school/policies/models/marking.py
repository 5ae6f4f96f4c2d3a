"""A clause that differs from the version before, and whether that is material."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping
from staffroom.records.versions import Change
from staffroom.school.policies.models.version import Version


class Marking(models.Model):
    """One change and the owner's mark on it; None until it is marked.

    An added clause is marked material and a withdrawn one not, until the owner says otherwise: only
    what is newly asked of somebody must be read again. `key` is the hash of kind and words, by which the mark
    is kept while other clauses are edited.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="markings")
    key = models.CharField(max_length=64)
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Change])
    clause = models.CharField(max_length=6, blank=True)
    binds = models.CharField(max_length=12)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    is_material = models.BooleanField(null=True)

    class Privacy:
        """The words of a policy are about nobody."""

        version = housekeeping(Lifetime.POLICY)
        key = housekeeping(Lifetime.POLICY)
        place = housekeeping(Lifetime.POLICY)
        kind = housekeeping(Lifetime.POLICY)
        clause = housekeeping(Lifetime.POLICY)
        binds = housekeeping(Lifetime.POLICY)
        old = housekeeping(Lifetime.POLICY)
        new = housekeeping(Lifetime.POLICY)
        is_material = housekeeping(Lifetime.POLICY)

    class Meta:
        """Changes come in the order of the text."""

        ordering = ("version", "place", "id")
        constraints = (models.UniqueConstraint(fields=["version", "key"], name="marking_once"),)

    def __str__(self) -> str:
        return self.kind
