"""How is the report of a week made from the store?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from staffroom.records.week import TrendPoint, WeekReport
from staffroom.records.week_people import STRANGER, CodedPerson
from staffroom.rules.week import People, disclosed, make_report, trend_point
from staffroom.traffic.bank_holidays import bank_holidays_of
from staffroom.traffic.school_folder import OpenedSchool
from staffroom.traffic.seen_week import coded_people, look_at_week
from staffroom.traffic.store import Store

TREND_WEEKS = 12


def report_week(
    store: Store,
    opened: OpenedSchool,
    *,
    monday: date,
    made_at: datetime,
    cache: Path,
    notices: Sequence[str] = (),
) -> WeekReport:
    """Make the report of the week that begins on `monday`, with the weeks before it as a trend.

    `cache` is a folder in which bank holidays that were worked out are kept.
    """
    seen = look_at_week(store, monday)
    holidays = bank_holidays_of(cache, opened.school.calendar.nation, {monday.year, _sunday(monday).year})
    shown = disclosed(
        seen, school=opened.school, bank_holidays=holidays, person=_people(store, opened, monday)
    )
    return make_report(
        seen,
        shown,
        school=opened.school,
        catalogue=opened.catalogue,
        bank_holidays=holidays,
        earlier=_earlier(store, opened, monday, cache),
        made_at=made_at,
        notices=notices,
    )


def _earlier(store: Store, opened: OpenedSchool, monday: date, cache: Path) -> tuple[TrendPoint, ...]:
    """Return the points of the weeks before, as far back as there is evidence."""
    mondays = [monday - timedelta(weeks=back) for back in range(TREND_WEEKS - 1, 0, -1)]
    return tuple(_point(store, opened, one, cache) for one in mondays if store.day_files(one, _sunday(one)))


def _point(store: Store, opened: OpenedSchool, monday: date, cache: Path) -> TrendPoint:
    years = {monday.year, _sunday(monday).year}
    shown = disclosed(
        look_at_week(store, monday),
        school=opened.school,
        bank_holidays=bank_holidays_of(cache, opened.school.calendar.nation, years),
        person=_people(store, opened, monday),
    )
    return trend_point(monday, shown)


def _people(store: Store, opened: OpenedSchool, monday: date) -> People:
    people = coded_people(store, opened.school.register, store.period_of(monday))

    def person(who: int) -> CodedPerson:
        return people.get(who, STRANGER)

    return person


def _sunday(monday: date) -> date:
    return monday + timedelta(days=6)


def latest_week(store: Store) -> date | None:
    """Return the Monday of the latest week with evidence; None where there is none."""
    days = [date.fromisoformat(day) for day in store.state.days]
    return max(days) - timedelta(days=max(days).weekday()) if days else None
