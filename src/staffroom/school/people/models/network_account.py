"""Under which names does the network know a person?"""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, identifies
from staffroom.school.people.models.person import Person


class NetworkAccount(models.Model):
    """A name under which logs know a person, such as the one they sign in to a computer with."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="accounts")
    name = models.CharField(max_length=100)

    class Privacy:
        """An account goes with the person."""

        person = identifies(Lifetime.IN_SCOPE)
        name = identifies(Lifetime.IN_SCOPE)

    class Meta:
        """A person has an account once; two people may have it by mistake, and then nobody is named by it."""

        ordering = ("name", "id")
        constraints = (models.UniqueConstraint(fields=["person", "name"], name="account_once"),)

    def __str__(self) -> str:
        return self.name
