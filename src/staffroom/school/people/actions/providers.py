"""How does the school let its people sign in where they do already?"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.records.actors import person as person_actor
from staffroom.school.audit.actions import About, record
from staffroom.school.people.actions.invitations import settle_invitations
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Person, Provider, ProviderKind, User


@dataclass(frozen=True, slots=True)
class Connection:
    """What is written of a provider: where it describes itself, and what it knows this school by."""

    kind: ProviderKind
    name: str
    issuer: str
    client_id: str
    secret: str
    origins: tuple[str, ...]


def secret_file(folder: Path, kind: str) -> Path:
    """Return where the secret of a provider is kept."""
    return folder / "keys" / f"provider-{kind}"


def read_secret(folder: Path, kind: str) -> str:
    """Return the secret of a provider; an empty one where there is none."""
    try:
        return secret_file(folder, kind).read_text("utf-8")
    except FileNotFoundError:
        return ""


@transaction.atomic
def add_provider(*, by: Actor, at: datetime, connection: Connection, folder: Path) -> Provider:
    """Let people sign in with a provider, in place of an earlier one of its kind."""
    provider, _ = Provider.objects.update_or_create(
        kind=connection.kind,
        defaults={
            "name": connection.name,
            "issuer": connection.issuer,
            "client_id": connection.client_id,
            "origins": " ".join(connection.origins),
        },
    )
    _write_secret(secret_file(folder, connection.kind), connection.secret)
    record(by=by, at=at, act=Act.PROVIDER_ADDED, about=About("provider", connection.kind.value))
    return provider


@transaction.atomic
def remove_provider(*, by: Actor, at: datetime, provider: Provider, folder: Path) -> None:
    """End signing in with a provider, and forget its secret."""
    record(by=by, at=at, act=Act.PROVIDER_REMOVED, about=About("provider", provider.kind))
    provider.delete()
    secret_file(folder, provider.kind).unlink(missing_ok=True)


@transaction.atomic
def begin_with_provider(*, at: datetime, person: Person, kind: str) -> User:
    """Return the sign-in of a person for whom a provider vouches; it is made where there is none."""
    found = User.objects.filter(person=person).first()
    user = found or User.objects.create_user(person.email, person=person)
    actor = person_actor(person.ref)
    record(
        by=actor, at=at, act=Act.PROVIDER_LINKED, about=About("person", person.ref), figures={"kind": kind}
    )
    settle_invitations(by=actor, at=at, person=person)
    return user


def _write_secret(file: Path, secret: str) -> None:
    """Write a secret that only its owner can read, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = file.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(secret)
        opened.flush()
        os.fsync(opened.fileno())
    fresh.replace(file)
