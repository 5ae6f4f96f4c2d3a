"""Are the secrets of second factors sealed, and is the key there that opens them?"""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from staffroom.school.people.second_factors import FIELDS, known_ring, open_secret
from staffroom.vault.sealed_texts import SealBroken, is_sealed

KINDS = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)


@dataclass(frozen=True, slots=True)
class Factors:
    """How many secrets open, how many are not sealed yet, and how many no key opens; nobody is named."""

    opened: int
    plain: int
    closed: int


def with_secrets() -> QuerySet[Authenticator]:
    """Return the apps and recovery codes of everybody; passkeys have no secret here."""
    found: QuerySet[Authenticator] = Authenticator.objects.filter(type__in=KINDS)
    return found


def count_factors() -> Factors:
    """Count how the secrets are kept."""
    kept = [one.data[name] for one in with_secrets() for name in FIELDS if name in one.data]
    plain = sum(1 for one in kept if not is_sealed(one))
    closed = sum(1 for one in kept if is_sealed(one) and not _opens(one))
    return Factors(len(kept) - plain - closed, plain, closed)


def has_key() -> bool:
    """Say whether the school's folder has a key for second factors."""
    return bool(known_ring().keys)


def _opens(kept: str) -> bool:
    try:
        open_secret(kept)
    except SealBroken:
        return False
    return True
