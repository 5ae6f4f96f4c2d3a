"""Another place where the school's people sign in already."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping


class ProviderKind(models.TextChoices):
    """Which provider it is; each vouches for addresses in its own way."""

    GOOGLE = "google"
    MICROSOFT = "microsoft"
    OTHER = "other"


class Provider(models.Model):
    """A provider of sign-ins by OpenID Connect, at most one of each kind.

    Its secret is in the school's keys, never here.
    `issuer` is the address under which it describes itself. `origins` are the places to which the sign-in
    page may lead because of it, with spaces between.
    """

    kind = models.CharField(max_length=10, choices=ProviderKind.choices, unique=True)
    name = models.CharField(max_length=40)
    issuer = models.CharField(max_length=200)
    client_id = models.CharField(max_length=200)
    origins = models.CharField(max_length=400)

    class Privacy:
        """Nothing here is about a person."""

        kind = housekeeping(Lifetime.SCHOOL)
        name = housekeeping(Lifetime.SCHOOL)
        issuer = housekeeping(Lifetime.SCHOOL)
        client_id = housekeeping(Lifetime.SCHOOL)
        origins = housekeeping(Lifetime.SCHOOL)

    class Meta:
        """In the order of their names, as the sign-in page shows them."""

        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name
