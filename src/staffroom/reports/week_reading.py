"""How is a week that was written as JSON read again? The counterpart of `week_document`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from staffroom.records.calendar import Hours
from staffroom.records.week import (
    Column,
    Count,
    Coverage,
    DayRow,
    Minutes,
    ServiceRow,
    Share,
    Threshold,
    TrendPoint,
    WeekReport,
)

Document = Mapping[str, Any]

# The names in a document: an enumeration's own look-up is slow, and a year of weeks asks thousands of times.
_HOURS = {hours: hours.value for hours in Hours}
_COLUMNS = {column: column.value.replace(" ", "_") for column in Column}


def read_document(document: Document) -> WeekReport:
    """Read a document that `draw_document` drew. Shares are of a hundred, and files are left out."""
    return WeekReport(
        school=document["school"],
        monday=date.fromisoformat(document["monday"]),
        sunday=date.fromisoformat(document["sunday"]),
        made_at=datetime.fromisoformat(document["made_at"]),
        visits=Count(document["visits"]),
        people=Count(document["people"]),
        minutes=_minutes(document["minutes"]),
        services=tuple(map(_service, document["services"])),
        days=tuple(map(_day, document["days"])),
        heat={(one["weekday"], one["hour"]): Count(one["visits"]) for one in document["hours"]},
        trend=tuple(map(_point, document["weeks"])),
        coverage=_coverage(document["coverage"]),
        thresholds=tuple(
            Threshold(one["name"], one["value"], one["meaning"]) for one in document["thresholds"]
        ),
        smallest_cohort=document["smallest_cohort"],
        catalogue_checked_on=_day_or_none(document["catalogue_checked_on"]),
        notices=tuple(document["notices"]),
    )


def _day_or_none(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _minutes(document: Document) -> Minutes:
    return Minutes(document["least"], document["most"])


def _service(document: Document) -> ServiceRow:
    columns = document["columns"]
    return ServiceRow(
        service=document["service"],
        title=document["title"],
        people=Count(document["people"]),
        visits=Count(document["visits"]),
        minutes=_minutes(document["minutes"]),
        columns={column: Count(columns[name]) for column, name in _COLUMNS.items()},
    )


def _day(document: Document) -> DayRow:
    return DayRow(
        day=date.fromisoformat(document["day"]),
        open=document["open"],
        hours={hours: Count(document["hours"][name]) for hours, name in _HOURS.items()},
        purpose=Count(document["purpose"]),
        people=Count(document["people"]),
    )


def _point(document: Document) -> TrendPoint:
    return TrendPoint(
        date.fromisoformat(document["monday"]),
        Count(document["working"]),
        Count(document["purpose"]),
        Count(document["outside"]),
    )


def _coverage(document: Document) -> Coverage:
    return Coverage(
        attributed=_share(document["attributed_percent"]),
        blind={one["kind"]: _share(one["percent"]) for one in document["blind"]},
        files=(),
        days_with_logs=tuple(date.fromisoformat(day) for day in document["days_with_logs"]),
        lookups_only=document["lookups_only"],
    )


def _share(percent: int | None) -> Share:
    return Share(0, 0) if percent is None else Share(percent, 100)
