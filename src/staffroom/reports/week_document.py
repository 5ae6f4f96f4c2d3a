"""How does the week's report read as JSON, for another program?"""

from __future__ import annotations

from staffroom.records.calendar import Hours
from staffroom.records.week import (
    Column,
    Count,
    Coverage,
    DayRow,
    FileAccount,
    Minutes,
    ServiceRow,
    Share,
    TrendPoint,
    WeekReport,
)
from staffroom.reports.sentences import lead, whole_percent

Document = dict[str, object]


def draw_document(report: WeekReport) -> Document:
    """Draw the report as values that JSON knows; null stands for a hidden number.

    Its shape is that of the schema `report-week.json` of the command line. How many lines of a file were
    about listed services is left out: with few of them it would tell a hidden number of visits.
    """
    return {
        **_about(report),
        "lead": lead(report),
        "visits": report.visits.value,
        "people": report.people.value,
        "minutes": _minutes(report.minutes),
        "services": [_service(row) for row in report.services],
        "days": [_day(row) for row in report.days],
        "hours": [_hour(day, hour, report.heat[day, hour]) for day, hour in sorted(report.heat)],
        "weeks": [_week(point) for point in report.trend],
        "coverage": _coverage(report.coverage),
        "thresholds": [
            {"name": each.name, "value": each.value, "meaning": each.meaning} for each in report.thresholds
        ],
    }


def _about(report: WeekReport) -> Document:
    checked = report.catalogue_checked_on
    return {
        "school": report.school,
        "monday": report.monday.isoformat(),
        "sunday": report.sunday.isoformat(),
        "made_at": report.made_at.isoformat(),
        "smallest_cohort": report.smallest_cohort,
        "catalogue_checked_on": checked.isoformat() if checked else None,
        "notices": list(report.notices),
    }


def _hour(weekday: int, hour: int, count: Count) -> Document:
    return {"weekday": weekday, "hour": hour, "visits": count.value}


def _week(point: TrendPoint) -> Document:
    return {
        "monday": point.week.isoformat(),
        "working": point.working.value,
        "purpose": point.purpose.value,
        "outside": point.outside.value,
    }


def _minutes(minutes: Minutes) -> Document:
    return {"least": minutes.least, "most": minutes.most}


def _service(row: ServiceRow) -> Document:
    counts = {column.value.replace(" ", "_"): row.columns.get(column, Count(0)).value for column in Column}
    return {
        "service": row.service,
        "title": row.title,
        "people": row.people.value,
        "visits": row.visits.value,
        "minutes": _minutes(row.minutes),
        "columns": counts,
    }


def _day(row: DayRow) -> Document:
    return {
        "day": row.day.isoformat(),
        "open": row.open,
        "people": row.people.value,
        "purpose": row.purpose.value,
        "hours": {hours.value: row.hours.get(hours, Count(0)).value for hours in Hours},
    }


def _coverage(coverage: Coverage) -> Document:
    return {
        "attributed_percent": whole_percent(coverage.attributed),
        "blind": [_blind(kind, share) for kind, share in coverage.blind.items()],
        "files": [_file(file) for file in coverage.files],
        "days_with_logs": [day.isoformat() for day in coverage.days_with_logs],
        "lookups_only": coverage.lookups_only,
    }


def _file(file: FileAccount) -> Document:
    unreadable = [{"reason": reason, "lines": number} for reason, number in file.unreadable.items()]
    return {"name": file.name, "format": file.format, "lines": file.lines, "unreadable": unreadable}


def _blind(kind: str, share: Share) -> Document:
    return {"kind": kind, "percent": whole_percent(share)}
