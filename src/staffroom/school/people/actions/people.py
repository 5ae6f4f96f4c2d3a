"""How is a person added, and what is written of them changed?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.records.people import Standing
from staffroom.school.audit.actions import About, record
from staffroom.school.people.actions.tenures import give_standing
from staffroom.school.people.acts import Act
from staffroom.school.people.models import NetworkAccount, Person


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is written of a person."""

    given_name: str
    family_name: str
    email: str = ""
    phone: str = ""
    job: str = ""
    identifier: str = ""
    since: date | None = None


@transaction.atomic
def add_person(*, by: Actor, at: datetime, particulars: Particulars, standings: Iterable[Standing]) -> Person:
    """Add a person in one or more standings."""
    person = Person.objects.create(**asdict(particulars))
    record(by=by, at=at, act=Act.ADDED, about=About("person", person.ref), clause="ABT-2")
    for standing in standings:
        give_standing(by=by, at=at, person=person, standing=standing, since=particulars.since)
    return person


@transaction.atomic
def change_person(*, by: Actor, at: datetime, person: Person, particulars: Particulars) -> int:
    """Change what is written of a person, and return how many fields that were; none writes nothing."""
    changed = [name for name, value in asdict(particulars).items() if getattr(person, name) != value]
    for name in changed:
        setattr(person, name, getattr(particulars, name))
    if changed:
        person.save(update_fields=changed)
        figures = {"fields": len(changed)}
        record(by=by, at=at, act=Act.CHANGED, about=About("person", person.ref), figures=figures)
    return len(changed)


@transaction.atomic
def add_account(*, by: Actor, at: datetime, person: Person, name: str) -> NetworkAccount:
    """Write down a name under which the network knows a person; one that is there already stays."""
    account, is_new = NetworkAccount.objects.get_or_create(person=person, name=name)
    if is_new:
        record(by=by, at=at, act=Act.ACCOUNT_ADDED, about=About("person", person.ref), clause="MON-2")
    return account


@transaction.atomic
def remove_account(*, by: Actor, at: datetime, account: NetworkAccount) -> None:
    """Take away a name under which the network knows a person."""
    about = About("person", account.person.ref)
    account.delete()
    record(by=by, at=at, act=Act.ACCOUNT_REMOVED, about=about, clause="MON-2")
