"""What does the office give to the log pipeline: the school as its own records have it?

`school_record` is the one place where the office's records become those of `records.school`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from staffroom.records.people import Person as PersonRecord
from staffroom.records.people import Register
from staffroom.records.school import Override, Purpose, School, Settings
from staffroom.records.services import Service
from staffroom.records.week_people import CodedPerson
from staffroom.rules import catalogue
from staffroom.rules.catalogue import Catalogue
from staffroom.school.monitoring.models import CatalogueOverride, PurposeState, SchoolPurpose
from staffroom.school.monitoring.queries.devices import devices_record
from staffroom.school.monitoring.queries.register import lists_record, networks_record
from staffroom.school.monitoring.queries.safeguards import monitoring_settings
from staffroom.school.people.models import Person, WorkingHours
from staffroom.school.people.models import School as SchoolRow
from staffroom.school.people.queries.records import calendar_record, register_record
from staffroom.traffic.school_folder import OpenedSchool, open_school

EVERYBODY = ""


def school_row() -> SchoolRow:
    """Return the school's own row; one with the defaults before the first steps."""
    return SchoolRow.objects.filter(pk=1).first() or SchoolRow(pk=1, name="The school")


def school_record(*, on: date) -> School:
    """Return the school as the log pipeline knows it: people, calendar, purposes, overrides, settings.

    People who have left stay in it with their last day, so that their weeks are judged as they were. While
    the office holds no networks, those of the school's folder count, and so do always its records of who
    held which address.
    """
    row = school_row()
    files = open_school(Path(settings.FOLDER)).school.register
    register = register_record(on=on)
    register = replace(
        register,
        people=without_names(register),
        networks=networks_record() or files.networks,
        devices=devices_record(),
        claims=files.claims,
    )
    return School(
        name=row.name,
        register=register,
        calendar=calendar_record(),
        purposes=purposes_record(),
        overrides=overrides_record(),
        services=lists_record(),
        settings=_settings(row),
    )


def _settings(row: SchoolRow) -> Settings:
    is_dropped = bool(monitoring_settings().drop_unknown_accounts)
    unknown = "drop" if is_dropped else "unattributed"
    return Settings(smallest_cohort=row.smallest_cohort, keep_days=row.keep_days, unknown_accounts=unknown)


def opened_school(*, on: date) -> OpenedSchool:
    """Return the school with the catalogue as it has decided it."""
    return OpenedSchool(school_record(on=on), catalogue_record(), ())


def without_names(register: Register) -> tuple[PersonRecord, ...]:
    """Return the people of a register without their names, and with all that a role may be called.

    Somebody of whom no network account is known is looked for by their address.
    """
    jobs = {ref: (job, email) for ref, job, email in Person.objects.values_list("ref", "job", "email")}
    people = []
    for one in register.people:
        job, email = jobs.get(one.id, ("", ""))
        accounts = one.accounts or ((email,) if email else ())
        roles = _roles(job, one.standings, one.roles)
        people.append(replace(one, name="", accounts=accounts, roles=roles))
    return tuple(people)


def coded_person(person: Person) -> CodedPerson:
    """Return what a judgement may know of one person."""
    pattern = person.ref if WorkingHours.objects.filter(person=person).exists() else ""
    standings = {one.standing for one in person.standings.all()}
    return CodedPerson(
        pattern, person.ref, _roles(person.job, standings, {one.post for one in person.posts.all()})
    )


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
    """Return the catalogue with the school's word and its own lists in it."""
    return _catalogue(overrides_record(), lists_record())


@lru_cache(maxsize=4)
def _catalogue(overrides: tuple[Override, ...], lists: tuple[Service, ...]) -> Catalogue:
    return catalogue.load(overrides=overrides, additions=lists)


def _roles(job: str, standings: Iterable[str], posts: Iterable[str]) -> frozenset[str]:
    """Return what a line of the register may call somebody: their job, their posts and their standings."""
    return frozenset(str(word).casefold() for word in (job, *standings, *posts) if word)
