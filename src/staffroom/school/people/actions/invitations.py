"""How is somebody invited to make a sign-in, and how do they accept?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.records.actors import person as person_actor
from staffroom.school.audit.actions import About, record
from staffroom.school.people.acts import Act
from staffroom.school.people.codes import hash_code
from staffroom.school.people.models import Invitation, Person, User, Way
from staffroom.school.people.references import make_reference

LASTS: Final = timedelta(days=14)


class NotOpenError(Exception):
    """An invitation was accepted or withdrawn, or its time is over."""


class AddressTakenError(Exception):
    """An address belongs to another sign-in already."""


@transaction.atomic
def open_invitation(*, by: Actor, at: datetime, person: Person, way: Way) -> str:
    """Invite a person, and return the code, which nobody can find out again; earlier invitations end."""
    for earlier in person.invitations.filter(accepted_at=None, withdrawn_at=None):
        withdraw_invitation(by=by, at=at, invitation=earlier)
    code = make_reference()
    Invitation.objects.create(
        person=person, code_hash=hash_code(code), way=way, sent_at=at, expires_at=at + LASTS
    )
    record(by=by, at=at, act=Act.INVITED, about=About("person", person.ref), figures={"way": way.value})
    return code


@transaction.atomic
def withdraw_invitation(*, by: Actor, at: datetime, invitation: Invitation) -> None:
    """End an invitation; its code no longer works."""
    invitation.withdrawn_at = at
    invitation.save(update_fields=["withdrawn_at"])
    record(by=by, at=at, act=Act.INVITATION_WITHDRAWN, about=About("person", invitation.person.ref))


@transaction.atomic
def accept_invitation(*, at: datetime, invitation: Invitation, email: str, password: str) -> User:
    """Make the sign-in of the person who was invited, with a password.

    Raises NotOpenError where the invitation ended meanwhile, and AddressTakenError.
    """
    user = begin_without_password(at=at, invitation=invitation, email=email)
    user.set_password(password)
    user.save(update_fields=["password"])
    settle_invitations(by=person_actor(invitation.person.ref), at=at, person=invitation.person)
    return user


@transaction.atomic
def begin_without_password(*, at: datetime, invitation: Invitation, email: str) -> User:
    """Make the sign-in of the person who was invited, to which they add a passkey next.

    The invitation stays open until they have: whoever is interrupted can begin again.
    """
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not locked.is_open(at=at):
        raise NotOpenError
    person = invitation.person
    address = (person.email or email).strip().lower()
    if User.objects.filter(email=address).exclude(person=person).exists():
        raise AddressTakenError
    if not person.email:
        Person.objects.filter(pk=person.pk).update(email=address)
    found = User.objects.filter(person=person).first()
    return found or User.objects.create_user(address, person=person)


@transaction.atomic
def settle_invitations(*, by: Actor, at: datetime, person: Person) -> None:
    """Write down that a person has come; their invitation no longer works."""
    settled = person.invitations.filter(accepted_at=None, withdrawn_at=None).update(accepted_at=at)
    if settled:
        User.objects.filter(person=person, joined_at=None).update(joined_at=at)
        record(by=by, at=at, act=Act.INVITATION_ACCEPTED, about=About("person", person.ref))
