"""How do the published weeks compare?"""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.policy.keeping import keeps
from staffroom.records.week import TrendPoint, WeekReport
from staffroom.reports.sentences import name_short_day
from staffroom.reports.trend import MOST_WEEKS, draw_trend
from staffroom.rules import access
from staffroom.rules.many_weeks import ServiceTrend, service_trends
from staffroom.school.monitoring.queries.counts import published_weeks
from staffroom.web.monitoring.counts import drawn, written
from staffroom.web.pages import page
from staffroom.web.requests import Request


@keeps("CON-1", "CON-2")
@page(admits=access.sees_counts)
def show_trend(request: Request) -> HttpResponse:
    """Show the published weeks of a year, each with the numbers that its own page shows and no other."""
    weeks = published_weeks()
    latest = weeks[-MOST_WEEKS:]
    shown = {
        "weeks": [_week(week) for week in reversed(weeks)],
        "chart": drawn(draw_trend(points_of(weeks))),
        "heads": [name_short_day(week.monday) for week in latest],
        "services": [_service(one) for one in service_trends(latest)],
    }
    return render(request, "monitoring/trend.html", shown)


def points_of(weeks: Sequence[WeekReport]) -> list[TrendPoint]:
    """Return each week's own point of the trend, the oldest first."""
    return [week.trend[-1] for week in weeks]


def _week(week: WeekReport) -> dict[str, object]:
    point = week.trend[-1]
    counts = (week.visits, point.working, point.purpose, point.outside, week.people)
    return {"monday": week.monday, "cells": [written(one) for one in counts]}


def _service(trend: ServiceTrend) -> dict[str, object]:
    return {"title": trend.title, "cells": [written(one) for one in trend.visits]}
