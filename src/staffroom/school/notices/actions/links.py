"""When does a link that lets somebody in once go from the notice that brought it?

As soon as the notice has arrived (see `delivering`), and here: once it was used, or its time is over.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from staffroom.notifiers.notifier import Reason
from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.notices.actions.delivering import SETTLED
from staffroom.school.notices.acts import Act
from staffroom.school.notices.invitation_links import KIND, code_of
from staffroom.school.notices.models import Delivery, Notice, Stage, State
from staffroom.school.people.models import Person
from staffroom.school.people.queries.invitations import open_codes

BLANK: dict[str, Any] = {"one_use_link": "", "one_use_until": None}


def forget_links(*, by: Actor, at: datetime) -> int:
    """Forget the links whose time is over, and those of invitations that have ended; return how many.

    A notice that still waited is refused: without its link it would say nothing.
    """
    kept = Notice.objects.exclude(one_use_link="")
    over = list(kept.filter(one_use_until__lte=at))
    invitations = list(kept.filter(kind=KIND, one_use_until__gt=at))
    working = open_codes([code_of(one.one_use_link) for one in invitations], at=at)
    ended = [one for one in invitations if code_of(one.one_use_link) not in working]
    return _forget(by, at, [*over, *ended])


def forget_links_of(*, by: Actor, at: datetime, person: Person, kind: str) -> int:
    """Forget the links of one kind that went to a person, because one of them was used."""
    return _forget(by, at, Notice.objects.filter(person=person, kind=kind).exclude(one_use_link=""))


def _forget(by: Actor, at: datetime, notices: Iterable[Notice]) -> int:
    return sum(_forget_one(by, at, notice) for notice in notices)


@transaction.atomic
def _forget_one(by: Actor, at: datetime, notice: Notice) -> bool:
    """Blank a link; say of its notice that it arrived where it did on one way, else that it came too late."""
    arrived = Delivery.objects.filter(notice=OuterRef("pk"), stage=Stage.DELIVERED)
    held: QuerySet[Notice] = Notice.objects.filter(pk=notice.pk).exclude(one_use_link="")
    open_ones = held.filter(~Q(state=State.DELIVERED))
    if open_ones.filter(Exists(arrived)).update(
        state=State.DELIVERED, settled_at=at, because="", **SETTLED, **BLANK
    ):
        record(by=by, at=at, act=Act.DELIVERED, about=About("notice", notice.ref))
        return True
    late = {"state": State.REFUSED, "because": Reason.LINK_OVER.value, "settled_at": at}
    if open_ones.update(**late, **SETTLED, **BLANK):
        record(by=by, at=at, act=Act.REFUSED, about=About("notice", notice.ref))
        return True
    return False
