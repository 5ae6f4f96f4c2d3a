"""How is a week worked out that is published once, for good?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from staffroom.records.remarks import AcceptedRemark
from staffroom.records.week import WeekReport
from staffroom.records.week_people import STRANGER
from staffroom.rules.remarks import purposes_from, without_challenged
from staffroom.rules.week import disclosed, make_report
from staffroom.traffic.bank_holidays import bank_holidays_of
from staffroom.traffic.school_folder import OpenedSchool
from staffroom.traffic.seen_week import coded_people, look_at_week
from staffroom.traffic.store import Store

ADVICE = " Add "  # begins the sentence of a notice that tells what to write into files of the school's folder


@dataclass(frozen=True, slots=True)
class Publication:
    """When a week is published, and with which remarks; `cache` keeps bank holidays that were worked out."""

    made_at: datetime
    cache: Path
    remarks: tuple[AcceptedRemark, ...] = ()


def work_out_week(store: Store, opened: OpenedSchool, monday: date, publication: Publication) -> WeekReport:
    """Work out the week that begins on `monday`, with what people rightly said to it, as counts without
    names.

    Names of log files are left out: they say nothing to whoever reads counts, and may name somebody.
    """
    seen = look_at_week(store, monday)
    seen = replace(seen, files=(), visits=without_challenged(seen.visits, publication.remarks))
    people = coded_people(store, opened.school.register, store.period_of(monday))
    said = purposes_from(publication.remarks, people)
    school = replace(opened.school, purposes=(*opened.school.purposes, *said))
    years = {monday.year, (monday + timedelta(days=6)).year}
    holidays = bank_holidays_of(publication.cache, school.calendar.nation, years)
    shown = disclosed(
        seen, school=school, bank_holidays=holidays, person=lambda who: people.get(who, STRANGER)
    )
    report = make_report(
        seen,
        shown,
        school=school,
        catalogue=opened.catalogue,
        bank_holidays=holidays,
        made_at=publication.made_at,
    )
    return replace(report, notices=tuple(one.partition(ADVICE)[0] for one in report.notices))


def publishable(mondays: Sequence[date], *, today: date, after_days: int) -> tuple[date, ...]:
    """Return the Mondays, oldest first, of weeks that ended long enough ago to be published."""
    return tuple(sorted(one for one in mondays if one + timedelta(days=6 + after_days) < today))
