"""Which weeks are published, as counts without names?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from staffroom.records.week import WeekReport
from staffroom.reports.week_reading import read_document
from staffroom.school.monitoring.models import PublishedWeek

YEAR = 53  # weeks


def published_week(monday: date) -> WeekReport | None:
    """Return a published week; None where it is not published."""
    document = PublishedWeek.objects.filter(monday=monday).values_list("document", flat=True).first()
    return read_document(document) if document else None


def published_weeks(*, most: int = YEAR) -> Sequence[WeekReport]:
    """Return the latest published weeks, the oldest first."""
    documents = PublishedWeek.objects.order_by("-monday").values_list("document", flat=True)[:most]
    return [read_document(one) for one in reversed(documents)]


def published_mondays(*, most: int = YEAR) -> Sequence[date]:
    """Return the Mondays of the latest published weeks, the latest first."""
    return list(PublishedWeek.objects.order_by("-monday").values_list("monday", flat=True)[:most])
