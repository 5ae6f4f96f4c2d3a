"""What is held on the person who asks, and on nobody else?

The codes of a person are made here for one answer, and are kept nowhere. This is the only query of the
office in which a use of the network and a person come together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from staffroom.policy.keeping import keeps
from staffroom.rules.own_record import Ground, HeldUse, held_uses
from staffroom.rules.remarks import purposes_from
from staffroom.rules.visit_pieces import Timetable
from staffroom.school.monitoring.models import Remark
from staffroom.school.monitoring.places import cache_folder, traffic_folder
from staffroom.school.monitoring.queries.record import (
    catalogue_record,
    coded_person,
    purposes_record,
    school_row,
)
from staffroom.school.monitoring.queries.remarks import as_accepted, remarks_of, weeks_with_answers
from staffroom.school.people.models import Person, School
from staffroom.school.people.queries.records import calendar_record
from staffroom.traffic.bank_holidays import bank_holidays_of
from staffroom.traffic.own_record import codes_of, kept_mondays, own_code, read_own
from staffroom.traffic.store import Store

WEEK = timedelta(days=6)  # from its Monday to its Sunday
ANSWERS_ARE_NEWS_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class RecordedUse:
    """One use that is held, with what the person said to it and the answers."""

    use: HeldUse
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """What is held on a person in some weeks; `mondays` are all weeks of which anything is kept."""

    uses: tuple[RecordedUse, ...]
    mondays: tuple[date, ...]
    keep_days: int
    monday: date | None = None  # of the one week that it is of


def open_store() -> Store:
    """Open the store of evidence."""
    return Store(traffic_folder(), calendar_record(of=()))


@keeps("CON-1", "MON-1")
def own_record(person: Person, *, first: date | None = None, last: date | None = None) -> OwnRecord:
    """Return what is held on a person, of the days from `first` to `last`, or of all days."""
    store = open_store()
    mondays = kept_mondays(store)
    if not mondays:
        return OwnRecord((), (), school_row().keep_days)
    return _read(store, person, first or mondays[-1], last or mondays[0] + WEEK)


def own_week(person: Person, monday: date | None) -> OwnRecord:
    """Return what is held on a person of a week; of the latest that is kept where this one is not."""
    store = open_store()
    mondays = kept_mondays(store)
    if not mondays:
        return OwnRecord((), (), school_row().keep_days)
    chosen = monday if monday in mondays else mondays[0]
    return replace(_read(store, person, chosen, chosen + WEEK), monday=chosen)


def _read(store: Store, person: Person, begin: date, end: date) -> OwnRecord:
    mondays = kept_mondays(store)
    codes = codes_of(store, person.ref, [one for one in mondays if begin <= one + WEEK and one <= end])
    remarks = remarks_of(codes)
    row = school_row()
    ground = _ground(person, remarks, {begin.year, end.year}, codes, row)
    uses = held_uses(read_own(store, person.ref, begin, end), ground)
    return OwnRecord(tuple(RecordedUse(one, _about(one, remarks)) for one in uses), mondays, row.keep_days)


def _ground(
    person: Person, remarks: Sequence[Remark], years: set[int], codes: dict[date, int], row: School
) -> Ground:
    calendar = calendar_record(of=(person,))
    coded = coded_person(person)
    said = purposes_from(as_accepted(remarks), dict.fromkeys(codes.values(), coded))
    return Ground(
        catalogue=catalogue_record(),
        timetable=Timetable(calendar, bank_holidays_of(cache_folder(), calendar.nation, years)),
        purposes=(*purposes_record(), *said),
        person=coded,
        timezone=calendar.timezone,
        keep_days=row.keep_days,
    )


def _about(use: HeldUse, remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    return tuple(
        one
        for one in remarks
        if one.service == use.service and one.first <= use.last and one.last >= use.first
    )


def find_use(person: Person, *, day: date, service: str, first: int) -> HeldUse | None:
    """Return the use of a person that begins in a window; None where nothing of the kind is held on them."""
    uses = own_record(person, first=day, last=day).uses
    return next((one.use for one in uses if (one.use.service, one.use.first) == (service, first)), None)


def code_in_week(person: Person, day: date) -> int | None:
    """Return a person's code in the week of a day; None where there is none."""
    return own_code(open_store(), person.ref, day)


def has_new_answer(person: Person, *, at: datetime) -> bool:
    """Say whether a remark of a person was answered of late. The store is opened only where any was."""
    since = timezone.localdate(at - ANSWERS_ARE_NEWS_FOR)
    weeks = weeks_with_answers(since=since)
    if not weeks:
        return False
    remarks = remarks_of(codes_of(open_store(), person.ref, weeks))
    return any(one.answered_at and one.answered_at > at - ANSWERS_ARE_NEWS_FOR for one in remarks)
