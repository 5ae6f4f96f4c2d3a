"""Whom do the name sketch and the log reader need to know as a pupil?"""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.school.people.references import make_reference


class Pupil(models.Model):
    """A pupil: never a person in the sense of the policy, and on no list of people.

    Held so that pupils' lines are dropped as they are read, and so that a friend on a social network can be
    known as a pupil. Only `rules.access.reads_pupils` admits to it.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    identifier = models.CharField(max_length=100, blank=True, db_index=True)
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    account = models.CharField(max_length=100, blank=True)
    year = models.CharField(max_length=40, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    is_imported = models.BooleanField(default=False)

    class Privacy:
        """A pupil is kept while at the school."""

        ref = housekeeping(Lifetime.AUDIT, is_shown=True)
        identifier = identifies(Lifetime.PUPIL)
        given_name = identifies(Lifetime.PUPIL)
        family_name = identifies(Lifetime.PUPIL)
        email = identifies(Lifetime.PUPIL)
        account = identifies(Lifetime.PUPIL)
        year = identifies(Lifetime.PUPIL)
        since = housekeeping(Lifetime.PUPIL, is_shown=True)
        until = housekeeping(Lifetime.PUPIL, is_shown=True)
        is_imported = housekeeping(Lifetime.PUPIL)

    class Meta:
        """A code of the source is one pupil's."""

        ordering = ("family_name", "given_name", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["identifier"], condition=~models.Q(identifier=""), name="pupil_identifier_once"
            ),
        )

    def __str__(self) -> str:
        return self.ref
