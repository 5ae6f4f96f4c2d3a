"""What do governors need to know of monitoring, on one page?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.records.week import WeekReport
from staffroom.reports.trend import draw_trend
from staffroom.rules import access
from staffroom.rules.many_weeks import Together, add_shown, service_trends
from staffroom.school.monitoring.queries.counts import published_weeks
from staffroom.school.monitoring.queries.purposes import register_lines, waiting_requests
from staffroom.school.monitoring.queries.remarks import waiting_remarks
from staffroom.school.monitoring.queries.safeguards import held_reviews, setting_changes, standing_now
from staffroom.web.monitoring.counts import drawn
from staffroom.web.monitoring.trend import points_of
from staffroom.web.pages import page
from staffroom.web.requests import Request, day_of

WEEKS = 12
MOST_SERVICES = 5


@dataclass(frozen=True, slots=True)
class Sum:
    """A line of the page: what is added up over the weeks."""

    words: str
    together: Together


@page(admits=access.sees_counts)
def show_summary(request: Request) -> HttpResponse:
    """Show one page that can be printed: the safeguards, the counts, and what waits too long."""
    today = day_of(request)
    weeks = published_weeks(most=WEEKS)
    now = standing_now(on=today)
    shown = {
        "needs": now.needs,
        "may_read": now.may_read,
        "review": now.review,
        "held": held_reviews()[:1],
        "changes": setting_changes(most=3),
        "weeks": weeks,
        "notices": weeks[-1].notices if weeks else (),
        "sums": _sums(weeks),
        "services": service_trends(weeks)[:MOST_SERVICES],
        "chart": drawn(draw_trend(points_of(weeks))),
        "lines": len(register_lines(on=today)),
        "overdue": _overdue(today),
        "today": today,
    }
    return render(request, "monitoring/summary.html", shown)


def _sums(weeks: Sequence[WeekReport]) -> list[Sum]:
    points = points_of(weeks)
    return [
        Sum("Visits in working hours with no school purpose", add_shown(one.working for one in points)),
        Sum("Visits in working hours for a school purpose", add_shown(one.purpose for one in points)),
        Sum("Visits in breaks and outside working hours", add_shown(one.outside for one in points)),
    ]


def _overdue(today: date) -> bool:
    """Say whether a request or a remark waits longer than it should."""
    days = [one.due_on for one in waiting_requests()] + [one.due_on for one in waiting_remarks()]
    return any(day is not None and day < today for day in days)
