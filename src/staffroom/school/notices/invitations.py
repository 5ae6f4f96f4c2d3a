"""How does an invitation reach a person?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from staffroom.records.actors import Actor
from staffroom.school.notices.actions import OneUse, send
from staffroom.school.notices.invitation_links import KIND, link_of
from staffroom.school.people.actions.invitations import LASTS, open_invitation
from staffroom.school.people.codes import write_code
from staffroom.school.people.models import Person, Way
from staffroom.school.people.queries import school_name


@dataclass(frozen=True, slots=True)
class Letter:
    """An invitation on paper: to whom, the code in groups of four, and the last day it works."""

    name: str
    code: str
    until: date


@transaction.atomic
def invite(*, by: Actor, at: datetime, people: Iterable[Person]) -> list[Letter]:
    """Invite people: by mail those who have an address; the letters for all others are returned.

    The codes are in the letters and the notices only.
    """
    letters = []
    for person in people:
        if person.email:
            _invite_by_mail(by=by, at=at, person=person)
        else:
            code = open_invitation(by=by, at=at, person=person, way=Way.LETTER)
            letters.append(Letter(person.name, write_code(code), (at + LASTS).date()))
    return letters


def _invite_by_mail(*, by: Actor, at: datetime, person: Person) -> None:
    code = open_invitation(by=by, at=at, person=person, way=Way.MAIL)
    subject = _("Your sign-in at %(school)s") % {"school": school_name()}
    body = _(
        "The school keeps its social networking policy in Staffroom. There you read it, say that you have, "
        "and see what is held on you.\n\nFollow the link to choose how you sign in. It works once, for "
        "fourteen days, and for you alone: please pass it on to nobody."
    )
    one_use = OneUse(link_of(code), at + LASTS)
    send(by=by, at=at, to=person, kind=KIND, subject=subject, body=body, one_use=one_use)
