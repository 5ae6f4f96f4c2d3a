"""How does the school give its own word about a host of the catalogue?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from staffroom.records.actors import Actor
from staffroom.records.school import Override
from staffroom.rules import catalogue
from staffroom.rules.catalogue_overrides import OverrideError
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.actions.notice import publish_notice
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import CatalogueOverride
from staffroom.school.monitoring.queries.record import overrides_record
from staffroom.school.monitoring.queries.register import lists_record
from staffroom.school.monitoring.queries.safeguards import acting_person
from staffroom.school.monitoring.refusals import NotAccepted, require_words


@transaction.atomic
def override_host(
    *, by: Actor, at: datetime, host: str, service: str, role: str, reason: str
) -> CatalogueOverride:
    """Say what a host is for in this school, and why; an earlier word about it ends."""
    words = require_words(reason, "reason", "Say why the school decided it.")
    name, day = host.strip().casefold().rstrip("."), timezone.localdate(at)
    others = tuple(one for one in overrides_record() if one.host != name)
    try:
        catalogue.load(
            overrides=(*others, Override(name, service, role, words, day)), additions=lists_record()
        )
    except OverrideError as error:
        raise NotAccepted(str(error), "host") from None
    CatalogueOverride.objects.filter(host=name, ended_at__isnull=True).update(ended_at=at)
    made = CatalogueOverride.objects.create(
        host=name, service=service, role=role, reason=words, decided_by=acting_person(by), decided_on=day
    )
    record(by=by, at=at, act=Act.OVERRIDE_MADE, about=About("override", made.ref), clause="MON-1")
    publish_notice(by=by, at=at)
    return made


@transaction.atomic
def end_override(*, by: Actor, at: datetime, override: CatalogueOverride) -> CatalogueOverride:
    """Let the catalogue's own word about a host hold again."""
    if override.ended_at is None:
        override.ended_at = at
        override.save(update_fields=["ended_at"])
        record(by=by, at=at, act=Act.OVERRIDE_ENDED, about=About("override", override.ref), clause="MON-1")
        publish_notice(by=by, at=at)
    return override
