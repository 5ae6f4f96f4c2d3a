"""What do the judgement of hours and the reading of logs need to know of the school?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Q

from staffroom.readers.rosters.working_hours import read_written_week
from staffroom.records import calendar
from staffroom.records.calendar import Calendar, Nation
from staffroom.records.people import Person as PersonRecord
from staffroom.records.people import Register, Standing
from staffroom.school.people.models import (
    Closure,
    NetworkAccount,
    Person,
    PostHeld,
    Pupil,
    School,
    StandingHeld,
    Term,
    TrainingDay,
    WorkingHours,
)

Tenure = StandingHeld | PostHeld


def calendar_record(*, of: Collection[Person] | None = None) -> Calendar:
    """Return the school's calendar with everybody's working patterns, named by the person's reference.

    With `of`, only the school's own pattern and those of these people.
    """
    nation = School.objects.values_list("nation", flat=True).first()
    hours = WorkingHours.objects.select_related("person")
    if of is not None:
        hours = hours.filter(Q(person__isnull=True) | Q(person__in=of))
    return Calendar(
        nation=Nation(nation or Nation.ENGLAND),
        terms=tuple(calendar.Term(one.name, one.first, one.last) for one in Term.objects.all()),
        closures=tuple(calendar.Closure(one.name, one.first, one.last) for one in Closure.objects.all()),
        training_days=tuple(calendar.TrainingDay(one.name, one.day) for one in TrainingDay.objects.all()),
        patterns=tuple(map(pattern_of, hours)),
    )


def pattern_of(hours: WorkingHours) -> calendar.WorkingPattern:
    """Return working hours as a pattern; the school's own has no name."""
    name = hours.person.ref if hours.person else ""
    return calendar.WorkingPattern(name, read_written_week(hours.days), hours.since)


def register_record(*, on: date) -> Register:
    """Return the people known on a day and the accounts of pupils.

    Those who have left are there with their last day, so that what they did until then is still theirs.
    Their standings and posts are those of the day, or of their last.
    """
    standings, posts = _by_person(StandingHeld), _by_person(PostHeld)
    accounts: dict[int, list[str]] = defaultdict(list)
    for one in NetworkAccount.objects.all():
        accounts[one.person_id].append(one.name)
    with_hours = set(WorkingHours.objects.filter(person__isnull=False).values_list("person_id", flat=True))
    people = Person.objects.filter(Q(since__isnull=True) | Q(since__lte=on))
    return Register(
        people=tuple(
            PersonRecord(
                id=one.ref,
                name=one.name,
                accounts=tuple(accounts[one.pk]),
                standings=frozenset(map(Standing, _held(standings[one.pk], _day(one, on)))),
                roles=frozenset(_held(posts[one.pk], _day(one, on))),
                pattern=one.ref if one.pk in with_hours else "",
                since=one.since,
                until=one.until,
            )
            for one in people
        ),
        pupil_accounts=frozenset(
            Pupil.objects.exclude(account="").values_list("account", flat=True).order_by()
        ),
    )


def _by_person(model: type[StandingHeld] | type[PostHeld]) -> dict[int, list[Tenure]]:
    found: dict[int, list[Tenure]] = defaultdict(list)
    for one in model.objects.all():
        found[one.person_id].append(one)
    return found


def _day(person: Person, on: date) -> date:
    return min(on, person.until) if person.until else on


def _held(tenures: list[Tenure], day: date) -> list[str]:
    return [
        one.standing if isinstance(one, StandingHeld) else one.post
        for one in tenures
        if (one.since or date.min) <= day <= (one.until or date.max)
    ]
