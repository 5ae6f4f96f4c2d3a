"""What does the report of a week say?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from staffroom.policy.keeping import keeps
from staffroom.records.calendar import Hours
from staffroom.records.school import School
from staffroom.records.seen import SeenWeek
from staffroom.records.week import (
    Column,
    Count,
    Coverage,
    DayRow,
    Minutes,
    ServiceRow,
    Share,
    TrendPoint,
    WeekReport,
)
from staffroom.records.week_people import CodedPerson
from staffroom.rules import terms, thresholds
from staffroom.rules.blind import Blindness
from staffroom.rules.catalogue import Catalogue
from staffroom.rules.disclosure import join_minutes
from staffroom.rules.presence import measure
from staffroom.rules.visit_pieces import Timetable, cut
from staffroom.rules.week_disclosure import LEAST, MOST, PEOPLE, PURPOSE, VISITS, Figure, Part, disclose_week
from staffroom.rules.week_figures import figures_of

WEEK = timedelta(days=6)
NOTHING = Count(0)

Shown = Mapping[Figure, Count]
People = Callable[[int], CodedPerson]


def disclosed(seen: SeenWeek, *, school: School, bank_holidays: frozenset[date], person: People) -> Shown:
    """Work out a week's figures and hide those that speak of too few people."""
    timetable = Timetable(school.calendar, bank_holidays)
    pieces = cut(seen.visits, timetable=timetable, purposes=school.purposes, person=person)
    figures = figures_of(pieces, measure(seen.visits), seen.outcomes)
    return disclose_week(figures, smallest_cohort=school.settings.smallest_cohort)


@keeps("MON-1", "MON-2", "CON-1")
def make_report(
    seen: SeenWeek,
    shown: Shown,
    *,
    school: School,
    catalogue: Catalogue,
    bank_holidays: frozenset[date],
    earlier: Sequence[TrendPoint] = (),
    made_at: datetime,
    notices: Sequence[str] = (),
) -> WeekReport:
    """Put a week's figures, as far as they may be shown, into a report that names nobody."""
    days = [seen.monday + timedelta(days=ahead) for ahead in range(7)]
    total = Figure(Part.TOTAL, 0, VISITS)
    return WeekReport(
        school=school.name,
        monday=seen.monday,
        sunday=seen.monday + WEEK,
        made_at=made_at,
        visits=shown.get(total, NOTHING),
        people=shown.get(total._replace(column=PEOPLE), NOTHING),
        minutes=_minutes(shown, total),
        services=_services(shown, catalogue),
        days=tuple(_day(shown, day, terms.is_open(school.calendar, day, bank_holidays)) for day in days),
        heat=_heat(shown),
        trend=(*earlier, trend_point(seen.monday, shown)),
        coverage=_coverage(seen),
        thresholds=thresholds.published(),
        smallest_cohort=school.settings.smallest_cohort,
        catalogue_checked_on=catalogue.checked_on,
        notices=(*notices, *terms.notices(school.calendar, seen.monday + WEEK)),
    )


def trend_point(monday: date, shown: Shown) -> TrendPoint:
    """Return a week's point of the trend."""
    columns = (Column.WORKING, Column.PURPOSE, Column.OUTSIDE)
    return TrendPoint(monday, *(shown.get(Figure(Part.TREND, 0, one.value), NOTHING) for one in columns))


def _services(shown: Shown, catalogue: Catalogue) -> tuple[ServiceRow, ...]:
    """Return a row for each service, those with the most visits in working hours first."""
    ids = {str(figure.row) for figure in shown if figure.part is Part.SERVICE}
    rows = [_service(shown, id, _title(catalogue, id)) for id in ids]
    return tuple(sorted(rows, key=_prominence))


def _title(catalogue: Catalogue, id: str) -> str:
    return catalogue.services[id].title if id in catalogue.services else id


def _service(shown: Shown, id: str, title: str) -> ServiceRow:
    here = Figure(Part.SERVICE, id, VISITS)
    return ServiceRow(
        service=id,
        title=title,
        people=shown.get(here._replace(column=PEOPLE), NOTHING),
        visits=shown.get(here, NOTHING),
        minutes=_minutes(shown, here),
        columns={column: shown.get(here._replace(column=column.value), NOTHING) for column in Column},
    )


def _prominence(row: ServiceRow) -> tuple[float, float, float, str]:
    """Order rows by what is shown; a hidden figure stands between nothing and the smallest shown."""

    def rank(count: Count) -> float:
        return -1.0 if count.value is None else -float(count.value)

    return rank(row.columns[Column.WORKING]), rank(row.visits), rank(row.columns[Column.AMBIGUOUS]), row.title


def _minutes(shown: Shown, figure: Figure) -> Minutes:
    ends = [shown.get(figure._replace(column=end), NOTHING) for end in (LEAST, MOST)]
    return join_minutes(ends[0], ends[1])


def _day(shown: Shown, day: date, is_open: bool) -> DayRow:
    here = Figure(Part.DAY, day.weekday(), PEOPLE)
    return DayRow(
        day=day,
        open=is_open,
        hours={hours: shown.get(here._replace(column=hours.value), NOTHING) for hours in Hours},
        purpose=shown.get(here._replace(column=PURPOSE), NOTHING),
        people=shown.get(here, NOTHING),
    )


def _heat(shown: Shown) -> dict[tuple[int, int], Count]:
    return {
        (int(figure.row), int(figure.column)): count
        for figure, count in shown.items()
        if figure.part is Part.HEAT
    }


def _coverage(seen: SeenWeek) -> Coverage:
    return Coverage(
        attributed=Share(seen.attributed_lines, seen.all_lines),
        blind={kind.value: Share(seen.blind.get(kind.value, 0), seen.file_lines) for kind in Blindness},
        files=seen.files,
        days_with_logs=seen.days,
        lookups_only=bool(seen.all_lines) and seen.lookup_lines == seen.all_lines,
    )
