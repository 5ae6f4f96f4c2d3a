"""How is the log read, so that who read it stands in it as well?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from staffroom.records.actors import Actor
from staffroom.school.audit.actions import record
from staffroom.school.audit.acts import Act
from staffroom.school.audit.models import Entry


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see: one act or all (""), one day or all, and which page of how many lines."""

    act: str = ""
    day: date | None = None
    page: int = 1
    on_a_page: int = 50


@transaction.atomic
def read_log(*, by: Actor, at: datetime, asked: Asked) -> tuple[list[Entry], bool]:
    """Return a page of entries, newest first, and whether there are earlier ones; write down who read it."""
    first = (asked.page - 1) * asked.on_a_page
    found = list(_asked_for(asked)[first : first + asked.on_a_page + 1])
    is_filtered = bool(asked.act or asked.day)
    record(by=by, at=at, act=Act.READ, figures={"page": asked.page, "filtered": is_filtered})
    return found[: asked.on_a_page], len(found) > asked.on_a_page


def _asked_for(asked: Asked) -> QuerySet[Entry]:
    entries = Entry.objects.order_by("-id")
    if asked.act:
        entries = entries.filter(act=asked.act)
    if asked.day:
        begins = timezone.make_aware(datetime.combine(asked.day, time.min))
        ends = timezone.make_aware(datetime.combine(asked.day + timedelta(days=1), time.min))
        entries = entries.filter(at__gte=begins, at__lt=ends)
    return entries
