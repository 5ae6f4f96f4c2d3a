"""How is somebody told something?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.notices.acts import Act
from staffroom.school.notices.models import Notice
from staffroom.school.people.models import Person


@dataclass(frozen=True, slots=True)
class OneUse:
    """A path that lets in whoever has it, and until when; it is kept until the notice has arrived."""

    link: str = field(repr=False)
    until: datetime


@transaction.atomic
def send(
    *,
    by: Actor,
    at: datetime,
    to: Person,
    kind: str,
    subject: str,
    body: str,
    link: str = "",
    one_use: OneUse | None = None,
    once: str = "",
) -> Notice | None:
    """Write a notice, which the clock delivers; None where `once` says that it was written before.

    It is written in the transaction of the act that it tells of, so that neither is there without the other.
    """
    if once and Notice.objects.filter(person=to, once=once).exists():
        return None
    notice = Notice.objects.create(
        person=to,
        kind=kind,
        subject=subject,
        body=body,
        link=link,
        one_use_link=one_use.link if one_use else "",
        one_use_until=one_use.until if one_use else None,
        once=once,
        written_at=at,
        next_try_at=at,
    )
    record(by=by, at=at, act=Act.WRITTEN, about=About("notice", notice.ref))
    return notice
