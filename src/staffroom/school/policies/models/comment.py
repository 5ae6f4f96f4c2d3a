"""What somebody says to a draft, and what they are answered."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models import Person
from staffroom.school.people.references import make_reference
from staffroom.school.policies.models.version import Version


class Comment(models.Model):
    """A comment, on one clause in its words of then (`about`) or on the whole. It only grows."""

    ref = models.CharField(max_length=16, unique=True, default=make_reference, editable=False)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="comments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    about = models.TextField(blank=True)
    text = models.TextField()
    at = models.DateTimeField()

    class Privacy:
        """What was said in a consultation is kept with the version."""

        ref = housekeeping(Lifetime.POLICY)
        version = housekeeping(Lifetime.POLICY)
        person = identifies(Lifetime.POLICY)
        about = housekeeping(Lifetime.POLICY)
        text = content(Lifetime.POLICY)
        at = housekeeping(Lifetime.POLICY, is_shown=True)

    class Meta:
        """Comments come in the order in which they were made."""

        ordering = ("id",)

    def __str__(self) -> str:
        return self.ref
