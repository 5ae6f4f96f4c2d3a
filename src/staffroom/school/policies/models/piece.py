"""A stretch of a version's text."""

from __future__ import annotations

from django.db import models

from staffroom.policy.clause import Binds, Force
from staffroom.policy.matching import Sureness
from staffroom.policy.text import Role
from staffroom.records.privacy import Lifetime, housekeeping
from staffroom.school.policies.models.version import Version


class Piece(models.Model):
    """A heading, a line of the front page or a clause; in order, `before` and `text` make the whole text.

    A trigger of the database refuses any change once the version is approved. `clause` is the id of the
    template's clause that it is, empty where it is none; `force` and `binds` are as the school sees them.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="pieces")
    place = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Role])
    before = models.TextField(blank=True)
    text = models.TextField()
    section = models.TextField(blank=True)
    clause = models.CharField(max_length=6, blank=True)
    sureness = models.CharField(
        max_length=10, blank=True, choices=[(one.value, one.value) for one in Sureness]
    )
    force = models.CharField(max_length=16, blank=True, choices=[(one.value, one.value) for one in Force])
    binds = models.CharField(max_length=12, blank=True, choices=[(one.value, one.value) for one in Binds])

    class Privacy:
        """The words of a policy are about nobody."""

        version = housekeeping(Lifetime.POLICY)
        place = housekeeping(Lifetime.POLICY)
        role = housekeeping(Lifetime.POLICY)
        before = housekeeping(Lifetime.POLICY)
        text = housekeeping(Lifetime.POLICY)
        section = housekeeping(Lifetime.POLICY)
        clause = housekeeping(Lifetime.POLICY)
        sureness = housekeeping(Lifetime.POLICY)
        force = housekeeping(Lifetime.POLICY)
        binds = housekeeping(Lifetime.POLICY)

    class Meta:
        """Pieces come in the order of the text."""

        ordering = ("version", "place")
        constraints = (models.UniqueConstraint(fields=["version", "place"], name="piece_place_once"),)

    def __str__(self) -> str:
        return self.text[:60]
