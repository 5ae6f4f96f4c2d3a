"""How was the network used in one week, as counts without names?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe

from staffroom.policy.keeping import keeps
from staffroom.records.week import Count, DayRow, ServiceRow, WeekReport
from staffroom.reports.heat_map import describe_other_hours, draw_heat_map
from staffroom.reports.sentences import (
    COLUMNS,
    HOURS,
    VISIT_COLUMNS,
    WEEKDAYS,
    explain_hiding,
    headlines,
    lead,
    name_short_day,
    write_clock,
    write_count,
    write_number,
)
from staffroom.rules import access
from staffroom.school.monitoring.queries.counts import published_mondays, published_week
from staffroom.web.monitoring.weeks import asked_monday, weeks_around
from staffroom.web.pages import page
from staffroom.web.requests import Request


@keeps("CON-1", "CON-2")
@page(admits=access.sees_counts)
def show_counts(request: Request) -> HttpResponse:
    """Show the counts of a published week, by default the latest."""
    mondays = published_mondays()
    asked = asked_monday(request)
    if not mondays:
        return render(request, "monitoring/counts.html", {})
    monday = asked if asked is not None and asked in mondays else mondays[0]
    week = published_week(monday)
    assert week is not None
    weeks = weeks_around(mondays, monday, asked)
    return render(request, "monitoring/counts.html", {"weeks": weeks, **_tables(week)})


def _tables(week: WeekReport) -> dict[str, object]:
    return {
        "week": week,
        "lead": lead(week),
        "headlines": list(headlines(week)),
        "hiding": explain_hiding(week),
        "service_heads": [COLUMNS[column] for column in VISIT_COLUMNS],
        "services": [_service(row) for row in week.services],
        "day_heads": list(HOURS.values()),
        "days": [_day(row) for row in week.days],
        "heat_map": drawn(draw_heat_map(week.heat)),
        "other_hours": describe_other_hours(week.heat),
        "weekdays": [name[:3] for name in WEEKDAYS],
        "hours": _hours(week),
    }


def drawn(svg: str) -> SafeString:
    """Mark a drawing of ours as such; its words were escaped when it was drawn."""
    return mark_safe(svg)  # noqa: S308


def written(count: Count) -> str:
    """Write a count for a cell of a table."""
    return write_number(count.value) if count.value is not None else write_count(count)


def _service(row: ServiceRow) -> list[str]:
    return [
        row.title,
        written(row.visits),
        *(written(row.columns[column]) for column in VISIT_COLUMNS),
        written(row.people),
        write_clock(row.minutes),
    ]


def _day(row: DayRow) -> list[str]:
    return [
        f"{WEEKDAYS[row.day.weekday()][:3]} {name_short_day(row.day)}",
        *(written(row.hours[hours]) for hours in HOURS),
        written(row.purpose),
        written(row.people),
    ]


def _hours(week: WeekReport) -> list[list[str]]:
    """Return a row for each hour of which any day has a visit, with a cell for each weekday."""
    seen = sorted({hour for _, hour in week.heat})
    nothing = Count(0)
    return [
        [f"{hour:02d}:00", *(written(week.heat.get((day, hour), nothing)) for day in range(7))]
        for hour in seen
    ]
