"""How do weeks become counts that leaders and governors see?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from staffroom.policy.keeping import keeps
from staffroom.records.actors import Actor
from staffroom.records.week import WeekReport
from staffroom.reports.week_document import draw_document
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import PublishedWeek
from staffroom.school.monitoring.places import cache_folder
from staffroom.school.monitoring.queries.own_record import open_store
from staffroom.school.monitoring.queries.record import opened_school
from staffroom.school.monitoring.queries.remarks import accepted_remarks
from staffroom.school.monitoring.queries.safeguards import monitoring_settings
from staffroom.traffic.own_record import kept_mondays
from staffroom.traffic.published_week import Publication, publishable, work_out_week


@keeps("CON-1", "CON-2")
def publish_weeks(*, by: Actor, at: datetime) -> Sequence[PublishedWeek]:
    """Publish each week that ended long enough ago, once and for good; return those that are new.

    A week is never worked out a second time: two reports on one week, one before and one after a change,
    could give away by their difference what each of them hides. The clock calls this every night.
    """
    day = timezone.localdate(at)
    store = open_store()
    known = set(PublishedWeek.objects.values_list("monday", flat=True))
    mondays = publishable(kept_mondays(store), today=day, after_days=monitoring_settings().publish_after_days)
    new = [monday for monday in mondays if monday not in known]
    if not new:
        return []
    opened = opened_school(on=day)
    return [
        _publish(by, at, monday, work_out_week(store, opened, monday, _with(monday, at))) for monday in new
    ]


def _with(monday: date, at: datetime) -> Publication:
    return Publication(made_at=at, cache=cache_folder(), remarks=accepted_remarks(monday))


@transaction.atomic
def _publish(by: Actor, at: datetime, monday: date, report: WeekReport) -> PublishedWeek:
    made = PublishedWeek.objects.create(monday=monday, document=draw_document(report), published_at=at)
    record(by=by, at=at, act=Act.WEEK_PUBLISHED, about=About("week", monday.isoformat()), clause="CON-1")
    return made
