"""Somebody whom the policy binds, or did."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.school.people.references import make_reference


class Person(models.Model):
    """A person; what they are to the school is in their standings and posts.

    `until` is the last day, None while they stay. `identifier` is the id in the source that the person
    was imported from (OneRoster's sourcedId, or the school's own). `is_imported` says that an import has
    known the person: only then can a complete roster that does not name them mean that they have left.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    identifier = models.CharField(max_length=100, blank=True, db_index=True)
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    job = models.CharField(max_length=80, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    is_imported = models.BooleanField(default=False)

    class Privacy:
        """Names go some time after the person; the reference stays in the audit log."""

        ref = housekeeping(Lifetime.AUDIT, is_shown=True)
        identifier = identifies(Lifetime.IN_SCOPE)
        given_name = identifies(Lifetime.IN_SCOPE)
        family_name = identifies(Lifetime.IN_SCOPE)
        email = identifies(Lifetime.IN_SCOPE)
        phone = identifies(Lifetime.IN_SCOPE)
        job = identifies(Lifetime.IN_SCOPE)
        since = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        until = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        is_imported = housekeeping(Lifetime.IN_SCOPE)

    class Meta:
        """People are listed by name."""

        ordering = ("family_name", "given_name", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["identifier"], condition=~models.Q(identifier=""), name="person_identifier_once"
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(since__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="person_leaves_after_joining",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Return the name as people say it."""
        return f"{self.given_name} {self.family_name}".strip()
