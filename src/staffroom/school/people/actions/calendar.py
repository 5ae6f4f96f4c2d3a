"""How do terms, closures and INSET days come into the calendar, and out of it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction

from staffroom.readers.rosters.term_dates import Dates
from staffroom.records import calendar
from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Closure, Term, TrainingDay

Kept = Term | Closure | TrainingDay
LONGEST_NAME = 80


@transaction.atomic
def add_dates(*, by: Actor, at: datetime, dates: Dates) -> int:
    """Add what the calendar does not have yet, and return how many entries those were."""
    added: list[Kept] = [*_add_stretches(Term, dates.terms), *_add_stretches(Closure, dates.closures)]
    for one in dates.training_days:
        defaults = {"name": one.name[:LONGEST_NAME]}
        training, is_new = TrainingDay.objects.get_or_create(day=one.day, defaults=defaults)
        added += [training] if is_new else []
    for kept in added:
        record(by=by, at=at, act=Act.CALENDAR_ADDED, about=_about(kept), clause="MON-2")
    return len(added)


@transaction.atomic
def remove_date(*, by: Actor, at: datetime, kept: Kept) -> None:
    """Take a term, a closure or an INSET day out of the calendar."""
    about = _about(kept)
    kept.delete()
    record(by=by, at=at, act=Act.CALENDAR_REMOVED, about=about, clause="MON-2")


def _add_stretches(
    model: type[Term] | type[Closure], found: Iterable[calendar.Term | calendar.Closure]
) -> Iterator[Kept]:
    kept = set(model.objects.values_list("first", "last"))
    for days, one in {(one.first, one.last): one for one in found}.items():
        if days not in kept:
            yield model.objects.create(name=one.name[:LONGEST_NAME], first=one.first, last=one.last)


def _about(kept: Kept) -> About:
    return About(kept._meta.model_name or "", kept.ref)
