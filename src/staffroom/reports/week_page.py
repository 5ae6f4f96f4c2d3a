"""How does the week's report read as one page, on a screen and on two sheets of paper?"""

from __future__ import annotations

from collections.abc import Sequence

from staffroom.policy.keeping import keeps
from staffroom.records.week import Count, ServiceRow, WeekReport
from staffroom.reports import sentences
from staffroom.reports.heat_map import (
    describe_heat,
    describe_other_hours,
    draw_heat_map,
    drawn_hours,
    name_hour,
)
from staffroom.reports.markup import details, paragraph, section, table, write_sentence, write_text
from staffroom.reports.style import STYLE
from staffroom.reports.trend import MOST_WEEKS, ROWS, describe_trend, draw_trend
from staffroom.reports.week_trust import draw_trust

MOST_VISITED, MOST_SEEN = 12, 8  # rows of the tables of services, so that the page prints on two sheets


@keeps("MON-2")
def draw_page(report: WeekReport) -> str:
    """Draw the whole report as one HTML file that needs nothing else: no script, no picture, no font."""
    title = f"Social networking at {write_text(report.school)}: {sentences.name_week(report)}"
    return (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n<body>\n"
        f"{_header(report)}\n<main>{_first_sheet(report)}\n{_second_sheet(report)}</main>\n{_footer(report)}\n"
        "</body></html>\n"
    )


def _header(report: WeekReport) -> str:
    return (
        f'<header><p class="over">{write_text(report.school)}</p><h1>Social networking this week</h1>'
        f"<p>{sentences.name_week(report)}</p></header>"
    )


def _first_sheet(report: WeekReport) -> str:
    notices = "".join(paragraph(notice, "notice") for notice in report.notices)
    return (
        f"{notices}{paragraph(sentences.lead(report), 'lead')}{_numbers(report)}"
        f"{paragraph(sentences.WHAT_THE_CLAUSE_SAYS)}{_services(report)}{_days(report)}"
    )


def _second_sheet(report: WeekReport) -> str:
    if not sentences.has_logs(report):
        return draw_trust(report)
    charts = f'<div class="pair">{_heat(report)}{_trend(report)}</div>'
    return f'<div class="sheet">{charts}{draw_trust(report)}</div>'


def _numbers(report: WeekReport) -> str:
    boxes = "".join(
        f'<div><dt>{write_sentence(title)}</dt><dd class="figure{" range" if len(shown) > 8 else ""}">'
        f'{write_sentence(shown)}</dd><dd class="meaning">{write_sentence(meaning)}</dd></div>'
        for title, shown, meaning in sentences.headlines(report)
    )
    return f'<dl class="numbers">{boxes}</dl>'


def _services(report: WeekReport) -> str:
    if not sentences.has_logs(report):
        return ""
    visited = [row for row in report.services if row.visits.value != 0]
    seen = [row for row in report.services if _any_shown(row)]
    if not visited and not seen:
        return section("By service", paragraph("No social networking service was seen in the logs."))
    inside = paragraph(sentences.explain_hiding(report), "small")
    inside += _visited(visited) if visited else paragraph("No service was visited.")
    return section("By service", inside + (_seen(seen) if seen else ""))


def _any_shown(row: ServiceRow) -> bool:
    return any(row.columns.get(column, Count(0)).value != 0 for column in sentences.OTHER_COLUMNS)


def _visited(rows: Sequence[ServiceRow]) -> str:
    columns = sentences.VISIT_COLUMNS
    heads = ("Service", "People", "Visits", *(sentences.COLUMNS[each] for each in columns), "Time on screen")
    written = [
        (
            *(row.title, sentences.write_count(row.people), sentences.write_count(row.visits)),
            *(sentences.write_count(row.columns.get(column, Count(0))) for column in columns),
            sentences.write_minutes(row.minutes),
        )
        for row in rows[:MOST_VISITED]
    ]
    return table("Visits to each service", heads, written) + _left_out(len(rows) - MOST_VISITED)


def _seen(rows: Sequence[ServiceRow]) -> str:
    columns = sentences.OTHER_COLUMNS
    heads = ("Service", *(sentences.COLUMNS[each] for each in columns))
    written = [
        (row.title, *(sentences.write_count(row.columns.get(column, Count(0))) for column in columns))
        for row in rows[:MOST_SEEN]
    ]
    drawn = table("Seen, and not counted as visits (in windows of five minutes)", heads, written) + _left_out(
        len(rows) - MOST_SEEN
    )
    return details("What was seen and not counted as a visit", drawn)


def _left_out(left: int) -> str:
    if left <= 0:
        return ""
    named = "1 more service is" if left == 1 else f"{left} more services are"
    return paragraph(f"{named} in the report’s table file (CSV).", "small")


def _days(report: WeekReport) -> str:
    if not report.days or not sentences.has_logs(report):
        return ""
    hours = list(sentences.HOURS.items())
    heads = ("Day", "People", hours[0][1], "Working hours, school purpose", *(name for _, name in hours[1:]))
    missing = sentences.days_without_logs(report)
    rows = []
    for day in report.days:
        name = f"{sentences.WEEKDAYS[day.day.weekday()][:3]} {sentences.name_short_day(day.day)}"
        name += "" if day.open else ", closed"
        counts = [day.hours.get(each, Count(0)) for each, _ in hours]
        shown = [sentences.write_count(each) for each in (day.people, counts[0], day.purpose, *counts[1:])]
        rows.append((name, *(["nothing read"] * len(shown) if day.day in missing else shown)))
    return section("By day", table("Visits on each day", heads, rows, kind="names"))


def _heat(report: WeekReport) -> str:
    days = range(7)
    rows = [
        (name_hour(hour), *(sentences.write_count(report.heat.get((day, hour), Count(0))) for day in days))
        for hour in drawn_hours()
    ]
    heads = ("From", *(name[:3] for name in sentences.WEEKDAYS))
    drawn = details("The same as a table", table("Visits by hour and day", heads, rows, kind="hours"))
    key = sentences.explain_map(report)
    words = paragraph(f"{describe_heat(report.heat)} {key}") + paragraph(
        describe_other_hours(report.heat), "small"
    )
    return section("When", f'{words}<div class="picture">{draw_heat_map(report.heat)}{drawn}</div>')


def _trend(report: WeekReport) -> str:
    if not report.trend:
        return ""
    rows = [
        (
            sentences.name_day(point.week),
            *map(sentences.write_count, (point.working, point.purpose, point.outside)),
        )
        for point in report.trend[-MOST_WEEKS:]
    ]
    caption = "Visits in each week"
    drawn = details("The same as a table", table(caption, ("Week from", *ROWS), rows, kind="hours names"))
    words = paragraph(f"{describe_trend(report.trend)} A hatched bar is hidden.")
    return section("The last weeks", f'{words}<div class="picture">{draw_trend(report.trend)}{drawn}</div>')


def _footer(report: WeekReport) -> str:
    making = paragraph(sentences.describe_making(report), "small")
    return f"<footer>{paragraph(sentences.WHAT_IS_SAFE)}{making}</footer>"
