"""How does the week's report read as one tidy table, for a spreadsheet?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from staffroom.records.calendar import Hours
from staffroom.records.week import Column, Count, Minutes, WeekReport
from staffroom.reports import sentences
from staffroom.reports.markup import clean
from staffroom.reports.sentences import HIDDEN, whole_percent

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠")

Row = tuple[str, str, str, str]  # section, row, column, value


def draw_table(report: WeekReport) -> str:
    """Draw the report as CSV with the columns section, row, column, value.

    Hidden values read "hidden", unknown ones are empty. A text that a spreadsheet could take for a formula
    begins with an apostrophe (OWASP, "CSV injection").
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(("section", "row", "column", "value"))
    writer.writerows(tuple(map(guard, row)) for row in _rows(report))
    return written.getvalue()


def guard(words: str) -> str:
    """Make a text harmless in a spreadsheet and bounded in length."""
    cleaned = clean(words)
    return f"'{cleaned}" if cleaned.lstrip().startswith(FORMULA_STARTS) else cleaned


def _rows(report: WeekReport) -> Iterator[Row]:
    yield from _about(report)
    yield from _totals(report)
    yield from _services(report)
    yield from _days(report)
    for (day, hour), count in sorted(report.heat.items()):
        yield "hours", sentences.WEEKDAYS[day], f"{hour:02d}:00", _count(count)
    for point in report.trend:
        for name, count in (
            ("working", point.working),
            ("purpose", point.purpose),
            ("outside", point.outside),
        ):
            yield "weeks", point.week.isoformat(), name, _count(count)
    yield from _coverage(report)
    for threshold in report.thresholds:
        yield "thresholds", threshold.name, "value", threshold.value
        yield "thresholds", threshold.name, "meaning", threshold.meaning


def _about(report: WeekReport) -> Iterator[Row]:
    checked = report.catalogue_checked_on
    yield "about", "report", "school", report.school
    yield "about", "report", "monday", report.monday.isoformat()
    yield "about", "report", "sunday", report.sunday.isoformat()
    yield "about", "report", "made at", report.made_at.isoformat()
    yield "about", "report", "smallest cohort", str(report.smallest_cohort)
    yield "about", "report", "catalogue checked on", checked.isoformat() if checked else ""
    for number, notice in enumerate(report.notices, start=1):
        yield "about", "notices", str(number), notice


def _totals(report: WeekReport) -> Iterator[Row]:
    yield "totals", "all", "visits", _count(report.visits)
    yield "totals", "all", "people", _count(report.people)
    for end, value in _minutes(report.minutes):
        yield "totals", "all", end, value


def _services(report: WeekReport) -> Iterator[Row]:
    for row in report.services:
        yield "services", row.service, "title", row.title
        yield "services", row.service, "people", _count(row.people)
        yield "services", row.service, "visits", _count(row.visits)
        for end, value in _minutes(row.minutes):
            yield "services", row.service, end, value
        for column in Column:
            yield "services", row.service, column.value, _count(row.columns.get(column, Count(0)))


def _days(report: WeekReport) -> Iterator[Row]:
    for row in report.days:
        day = row.day.isoformat()
        yield "days", day, "school open", "yes" if row.open else "no"
        yield "days", day, "logs", "yes" if row.day in report.coverage.days_with_logs else "no"
        yield "days", day, "people", _count(row.people)
        yield "days", day, "purpose", _count(row.purpose)
        for hours in Hours:
            yield "days", day, hours.value, _count(row.hours.get(hours, Count(0)))


def _coverage(report: WeekReport) -> Iterator[Row]:
    coverage = report.coverage
    yield "coverage", "attributed", "percent", _percent(whole_percent(coverage.attributed))
    yield "coverage", "lookups only", "answer", "yes" if coverage.lookups_only else "no"
    for kind, share in coverage.blind.items():
        yield "coverage", f"blind: {kind}", "percent", _percent(whole_percent(share))
    for file in coverage.files:
        yield "files", file.name, "format", file.format
        yield "files", file.name, "lines", str(file.lines)
        for reason, number in file.unreadable.items():
            yield "files", file.name, f"unreadable: {reason}", str(number)


def _count(count: Count) -> str:
    return HIDDEN if count.value is None else str(count.value)


def _percent(percent: int | None) -> str:
    return "" if percent is None else str(percent)


def _minutes(minutes: Minutes) -> Iterator[tuple[str, str]]:
    yield "minutes at least", _count(Count(minutes.least))
    yield "minutes at most", _count(Count(minutes.most))
