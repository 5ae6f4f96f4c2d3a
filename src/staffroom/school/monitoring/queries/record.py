"""What does the office give to the log pipeline: the school as its own records have it?

`school_record` is the one place where the office's records become those of `records.school`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import lru_cache

from staffroom.records.calendar import Calendar, Nation
from staffroom.records.people import Person as PersonRecord
from staffroom.records.people import Standing
from staffroom.records.school import Override, Purpose, School, Settings
from staffroom.records.week_people import CodedPerson
from staffroom.rules import catalogue
from staffroom.rules.catalogue import Catalogue
from staffroom.school.monitoring.models import CatalogueOverride, PurposeState, SchoolPurpose
from staffroom.school.monitoring.queries.register import pattern_of, register_of
from staffroom.school.people.models import Person, PostHeld, StandingHeld
from staffroom.school.people.models import School as SchoolRow
from staffroom.school.people.queries import calendar_record as people_calendar
from staffroom.traffic.school_folder import OpenedSchool

EVERYBODY = ""


def school_row() -> SchoolRow:
    """Return the school's own row; one with the defaults before the first steps."""
    return SchoolRow.objects.filter(pk=1).first() or SchoolRow(pk=1, name="The school")


def school_record(*, on: date) -> School:
    """Return the school as the log pipeline knows it: people, calendar, purposes, overrides, settings.

    People who have left stay in it with their last day, so that their weeks are judged as they were.
    """
    row = school_row()
    return School(
        name=row.name,
        register=register_of(people_record(on=on)),
        calendar=calendar_record(row),
        purposes=purposes_record(),
        overrides=overrides_record(),
        settings=Settings(smallest_cohort=row.smallest_cohort, keep_days=row.keep_days),
    )


def opened_school(*, on: date) -> OpenedSchool:
    """Return the school with the catalogue as it has decided it."""
    return OpenedSchool(school_record(on=on), catalogue_record(), ())


def people_record(*, on: date) -> tuple[PersonRecord, ...]:
    """Return everybody who is or was in scope, under their reference and with no name."""
    standings, posts = _held(StandingHeld, "standing"), _held(PostHeld, "post")
    fields = ("pk", "ref", "email", "job", "since", "until")
    return tuple(
        PersonRecord(
            id=ref,
            name="",
            accounts=(email,) if email else (),
            standings=frozenset(map(Standing, standings[pk])),
            roles=_roles(job, standings[pk], posts[pk]),
            since=since,
            until=until,
        )
        for pk, ref, email, job, since, until in Person.objects.order_by("pk").values_list(*fields)
    )


def _held(model: type[StandingHeld] | type[PostHeld], name: str) -> defaultdict[int, set[str]]:
    """Return what people hold or held, by the key of the person."""
    held: defaultdict[int, set[str]] = defaultdict(set)
    for person, word in model.objects.order_by().values_list("person_id", name):
        held[person].add(word)
    return held


def coded_person(person: Person) -> CodedPerson:
    """Return what a judgement may know of one person."""
    standings = {one.standing for one in person.standings.all()}
    roles = _roles(person.job, standings, {one.post for one in person.posts.all()})
    return CodedPerson(pattern_of(person), person.ref, roles)


def calendar_record(row: SchoolRow) -> Calendar:
    """Return the school's calendar: terms, closures, INSET days, hours, and its nation's bank holidays."""
    return replace(people_calendar(), nation=Nation(row.nation))


def purposes_record() -> tuple[Purpose, ...]:
    """Return the register of school purposes, as far as lines were allowed."""
    allowed = SchoolPurpose.objects.filter(state=PurposeState.ALLOWED).select_related("person")
    return tuple(
        Purpose(
            service=one.service,
            reason=one.purpose,
            approved_by="",
            person=one.person.ref if one.person else EVERYBODY,
            role=one.role.casefold(),
            since=one.since,
            until=one.until,
        )
        for one in allowed
    )


def overrides_record() -> tuple[Override, ...]:
    """Return the school's word about hosts, as far as it holds."""
    return tuple(
        Override(one.host, one.service, one.role, one.reason, one.decided_on)
        for one in CatalogueOverride.objects.filter(ended_at__isnull=True)
    )


def catalogue_record() -> Catalogue:
    """Return the catalogue with the school's word in it."""
    return _catalogue(overrides_record())


@lru_cache(maxsize=4)
def _catalogue(overrides: tuple[Override, ...]) -> Catalogue:
    return catalogue.load(overrides=overrides)


def _roles(job: str, standings: set[str], posts: set[str]) -> frozenset[str]:
    """Return what a line of the register may call somebody: their job, their posts and their standings."""
    return frozenset(word.casefold() for word in (job, *standings, *posts) if word)
