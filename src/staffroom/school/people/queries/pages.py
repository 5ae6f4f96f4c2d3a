"""What does a page about one person, or about the calendar, show?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from staffroom.school.people.models import (
    Absence,
    Closure,
    NetworkAccount,
    Person,
    PostHeld,
    StandingHeld,
    Term,
    TrainingDay,
    User,
    WorkingHours,
)


@dataclass(frozen=True, slots=True)
class PersonShown:
    """All that is shown of a person. `is_own_hours` says that the hours are not the school's."""

    person: Person
    standings: Sequence[StandingHeld]
    posts: Sequence[PostHeld]
    absences: Sequence[Absence]
    accounts: Sequence[NetworkAccount]
    hours: Sequence[WorkingHours]
    user: User | None
    is_away: bool
    has_left: bool
    is_leaving: bool


def person_shown(person: Person, *, at: datetime, past_absences: int = 5) -> PersonShown:
    """Return what a person's page shows; of past absences only the latest."""
    today = timezone.localdate(at)
    lasting = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    coming = list(person.absences.filter(lasting))
    past = list(person.absences.filter(ends_at__lte=at).order_by("-begins_at")[:past_absences])
    return PersonShown(
        person=person,
        standings=list(person.standings.all()),
        posts=list(person.posts.all()),
        absences=[*coming, *past],
        accounts=list(person.accounts.all()),
        hours=list(person.working_hours.all()),
        user=User.objects.filter(person=person).first(),
        is_away=any(one.begins_at <= at for one in coming),
        has_left=person.until is not None and person.until <= today,
        is_leaving=person.until is not None and person.until > today,
    )


@dataclass(frozen=True, slots=True)
class CalendarShown:
    """What the calendar's page shows."""

    terms: Sequence[Term] = ()
    closures: Sequence[Closure] = ()
    training_days: Sequence[TrainingDay] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Say whether nothing has been set yet."""
        return not (self.terms or self.closures or self.training_days)


def calendar_shown() -> CalendarShown:
    """Return the days that are set, in their order."""
    return CalendarShown(
        list(Term.objects.all()), list(Closure.objects.all()), list(TrainingDay.objects.all())
    )
