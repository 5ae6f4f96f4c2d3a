"""How is deleted what was kept long enough?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from staffroom.policy.keeping import keeps
from staffroom.records.actors import Actor
from staffroom.rules.retention import expired
from staffroom.school.audit.actions import record
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import ReadingRequest, Remark, SourceReading
from staffroom.school.monitoring.places import traffic_folder
from staffroom.school.monitoring.queries.own_record import open_store
from staffroom.school.monitoring.queries.record import school_row
from staffroom.traffic.lock import locked


@keeps("CON-1")
def forget_old_days(*, by: Actor, at: datetime) -> Sequence[date]:
    """Delete the days of evidence that were kept long enough, and what was said about them; return the days.

    It goes on whether monitoring is on or off. Raises Busy while logs are read. The clock calls this every
    night.
    """
    today, keep_days = timezone.localdate(at), school_row().keep_days
    with locked(traffic_folder()):
        store = open_store()
        gone = expired(map(date.fromisoformat, store.state.days), today=today, keep_days=keep_days)
        if gone:
            store.forget(gone, today=today)
    _forget_words(by, at, today - timedelta(days=keep_days), len(gone))
    return gone


@transaction.atomic
def _forget_words(by: Actor, at: datetime, oldest: date, days: int) -> None:
    remarks, _ = Remark.objects.filter(day__lt=oldest).delete()
    SourceReading.objects.filter(read_at__date__lt=oldest).delete()
    ReadingRequest.objects.filter(ended_at__date__lt=oldest).delete()
    if days or remarks:
        record(by=by, at=at, act=Act.FORGOTTEN, clause="CON-1", figures={"days": days, "remarks": remarks})
