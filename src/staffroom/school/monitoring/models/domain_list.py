"""A list of services that the school loads beside the catalogue."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference


class DomainList(models.Model):
    """The domains of a list, one a line, under the name that the school calls it by.

    It never changes: a newer list of the same name takes its place. `unreadable` counts what could not be
    used, by reason, and never quotes it.
    """

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    name = models.CharField(max_length=60)
    syntax = models.CharField(max_length=60)
    domains = models.TextField()
    count = models.PositiveIntegerField()
    unreadable = models.JSONField(default=dict)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Privacy:
        """Domains are of services, not of people."""

        ref = housekeeping(Lifetime.SCHOOL)
        name = housekeeping(Lifetime.SCHOOL)
        syntax = housekeeping(Lifetime.SCHOOL)
        domains = housekeeping(Lifetime.SCHOOL)
        count = housekeeping(Lifetime.SCHOOL)
        unreadable = housekeeping(Lifetime.SCHOOL)
        added_by = identifies(Lifetime.SCHOOL)
        added_at = housekeeping(Lifetime.SCHOOL)

    class Meta:
        """A name is given once; where two lists have a domain, the one that comes first has it."""

        ordering = ("name", "id")
        constraints = (models.UniqueConstraint(fields=["name"], name="domain_list_name_once"),)

    def __str__(self) -> str:
        return self.name
