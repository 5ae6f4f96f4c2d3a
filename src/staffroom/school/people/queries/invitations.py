"""Who can sign in, who is invited, and whose code is this?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from staffroom.school.people.codes import hash_code
from staffroom.school.people.models import Invitation, Person
from staffroom.school.people.queries import people_in_scope


def open_invitation_of(code: str, *, at: datetime) -> Invitation | None:
    """Return the invitation that a code belongs to, where it can still be accepted."""
    found = Invitation.objects.select_related("person").filter(code_hash=hash_code(code)).first()
    return found if found and found.is_open(at=at) else None


def open_codes(codes: Iterable[str], *, at: datetime) -> set[str]:
    """Return which of these codes can still be accepted."""
    hashes = {hash_code(code): code for code in codes}
    if not hashes:
        return set()
    found = Invitation.objects.filter(
        code_hash__in=hashes, accepted_at=None, withdrawn_at=None, expires_at__gt=at
    )
    return {hashes[one] for one in found.values_list("code_hash", flat=True)}


def people_without_sign_in(*, on: date) -> QuerySet[Person]:
    """Return those in scope who have no sign-in, each with the latest of their invitations in `invited`."""
    begun = Invitation.objects.filter(person=OuterRef("pk"), accepted_at=None, withdrawn_at=None)
    latest = Prefetch("invitations", Invitation.objects.order_by("-sent_at"), to_attr="invited")
    nobody = Q(user__isnull=True) | (Q(user__joined_at__isnull=True) & Exists(begun))
    return people_in_scope(on=on).filter(nobody).prefetch_related(latest)


def invitation_by_ref(ref: str, *, at: datetime) -> Invitation | None:
    """Return an invitation by its reference, where it can still be accepted."""
    found = Invitation.objects.select_related("person").filter(ref=ref).first()
    return found if found and found.is_open(at=at) else None


def count_uninvited(*, on: date, at: datetime) -> int:
    """Count those in scope who have no sign-in, and no invitation that still works."""
    working = Invitation.objects.filter(
        person=OuterRef("pk"), accepted_at=None, withdrawn_at=None, expires_at__gt=at
    )
    return people_in_scope(on=on).filter(~Exists(working), user__isnull=True).count()
