"""How is it named where the network writes down who held which address, and how is that read?"""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db import transaction

from staffroom.readers.identities.reader import LARGEST
from staffroom.readers.identities.shelf import read_identities
from staffroom.records.actors import Actor
from staffroom.records.people import Claim
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import IdentitySource
from staffroom.school.monitoring.queries.safeguards import acting_person
from staffroom.school.monitoring.refusals import PLACE_TAKEN, require_place, require_words, save_once
from staffroom.traffic.sources import NotFound, Source, find_sources


@transaction.atomic
def add_identity_source(*, by: Actor, at: datetime, title: str, place: str) -> IdentitySource:
    """Add a place with leases or sign-ins. Raises NotAccepted where it says too little."""
    source = IdentitySource(
        title=require_words(title, "title", "Give it a name."),
        place=require_place(place),
        added_by=acting_person(by),
        added_at=at,
    )
    save_once(source, "place", PLACE_TAKEN)
    _write_down(Act.IDENTITIES_ADDED, by, at, source)
    return source


@transaction.atomic
def remove_identity_source(*, by: Actor, at: datetime, source: IdentitySource) -> None:
    """Read a place no more."""
    source.delete()
    _write_down(Act.IDENTITIES_REMOVED, by, at, source)


def read_claims(*, at: datetime, timezone: str) -> tuple[Claim, ...]:
    """Read who held which address, from every place, and write down in counts what came of each."""
    return tuple(claim for source in IdentitySource.objects.all() for claim in _read(source, at, timezone))


def _read(source: IdentitySource, at: datetime, timezone: str) -> list[Claim]:
    claims: list[Claim] = []
    unreadable: Counter[str] = Counter()
    source.problem = ""
    try:
        for file in find_sources([source.place]):
            _read_file(file, timezone, claims, unreadable)
    except NotFound:
        source.problem = "There is no file at this place."
    except OSError as error:
        source.problem = f"It could not be read: {error.strerror or 'the disk did not answer'}."
    source.read_at, source.claims, source.unreadable = at, len(claims), dict(unreadable)
    source.save(update_fields=["read_at", "claims", "unreadable", "problem"])
    return claims


def _read_file(file: Source, timezone: str, claims: list[Claim], unreadable: Counter[str]) -> None:
    assert file.path is not None
    with file.path.open("rb") as opened:
        content = opened.read(LARGEST + 1)
    for one in read_identities(content, timezone=timezone, written_by=file.modified):
        if isinstance(one, Claim):
            claims.append(one)
        else:
            unreadable[one.reason] += 1


def _write_down(act: Act, by: Actor, at: datetime, source: IdentitySource) -> None:
    record(by=by, at=at, act=act, about=About("identities", source.ref), clause="MON-1")
