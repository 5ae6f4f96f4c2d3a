"""How are secrets of second factors sealed that are plain, or sealed with a key that has been followed?"""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.school.audit.actions import record
from staffroom.school.people.acts import Act
from staffroom.school.people.queries.second_factors import with_secrets
from staffroom.school.people.second_factors import FIELDS, known_ring, open_secret, seal_secret
from staffroom.vault.sealed_texts import SealBroken


def seal_factors(*, by: Actor, at: datetime) -> int:
    """Seal what is not sealed with the newest key, and return how many; what no key opens stays as it is."""
    ring = known_ring()
    plain = [
        one.pk
        for one in with_secrets()
        if not all(ring.is_newest(one.data[name]) for name in FIELDS if name in one.data)
    ]
    sealed = sum(_seal_one(number) for number in plain)
    if sealed:
        with transaction.atomic():
            record(by=by, at=at, act=Act.FACTORS_SEALED, figures={"proofs": sealed})
    return sealed


@transaction.atomic
def _seal_one(number: int) -> bool:
    """Seal one, unless it has gone meanwhile; a recovery code that is used just now is not used twice."""
    found = Authenticator.objects.select_for_update().filter(pk=number).first()
    if found is None:
        return False
    try:
        sealed = {name: seal_secret(open_secret(found.data[name])) for name in FIELDS if name in found.data}
    except SealBroken:
        return False
    found.data |= sealed
    found.save(update_fields=["data"])
    return True
