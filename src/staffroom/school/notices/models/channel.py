"""A further address at which a person wants to be told."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class Channel(models.Model):
    """An address that a person has added for themselves, used once they have confirmed it.

    `address` is empty where the address holds a token: it is then a secret of the school's folder, and
    `shown` says which it is. `code` is the keyed hash of what was sent there and is to be typed in.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="channels")
    kind = models.CharField(max_length=40)
    address = models.CharField(max_length=254, blank=True)
    shown = models.CharField(max_length=254)
    added_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    code = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField(null=True, blank=True)
    code_tries = models.PositiveSmallIntegerField(default=0)

    class Privacy:
        """An address goes with the person, or when they take it away."""

        ref = housekeeping(Lifetime.IN_SCOPE)
        person = identifies(Lifetime.IN_SCOPE)
        kind = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        address = identifies(Lifetime.IN_SCOPE)
        shown = identifies(Lifetime.IN_SCOPE)
        added_at = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        confirmed_at = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        code = content(Lifetime.IN_SCOPE, is_shown=False)
        code_until = housekeeping(Lifetime.IN_SCOPE)
        code_tries = housekeeping(Lifetime.IN_SCOPE)

    class Meta:
        """Addresses are listed in the order in which they were added."""

        ordering = ("added_at", "id")

    def __str__(self) -> str:
        return self.shown
