"""How are the school's logs read, if they may be?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from staffroom.policy.keeping import keeps
from staffroom.readers.logs.shelf import format_named
from staffroom.records.actors import Actor
from staffroom.records.progress import Progress, Silence
from staffroom.rules.monitoring_gate import was_on
from staffroom.school.audit.actions import record
from staffroom.school.monitoring.actions.identities import read_claims
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import LogSource, SourceReading
from staffroom.school.monitoring.places import kernels_folder, traffic_folder
from staffroom.school.monitoring.queries.record import opened_school
from staffroom.school.monitoring.queries.safeguards import days_on, may_read_now
from staffroom.school.monitoring.refusals import require
from staffroom.traffic.intake import Intake
from staffroom.traffic.lock import locked
from staffroom.traffic.reading import Outcome
from staffroom.traffic.school_folder import OpenedSchool
from staffroom.traffic.sources import NotFound, find_sources
from staffroom.traffic.store import Store


@keeps("MON-1", "CON-1")
def read_sources(*, by: Actor, at: datetime, progress: Progress | None = None) -> Sequence[SourceReading]:
    """Read all sources from where each was left; return what came of each.

    Raises NotPermitted while monitoring is off or something that is needed is not on record, and Busy while
    another run is at it. Days on which monitoring was off are deleted as soon as they were read. Each
    reading is written down in a transaction of its own, so that the database is not held for the time it
    takes.
    """
    day = timezone.localdate(at)
    require(may_read_now(on=day))
    opened = opened_school(on=day)
    folder = traffic_folder()
    with locked(folder):
        opened = _with_claims(opened, at)
        store = Store(folder, opened.school.calendar)
        intake = Intake(
            store, opened.school, opened.catalogue, now=int(at.timestamp() * 1000), kernels=kernels_folder()
        )
        told = progress or Silence()
        readings = [_read(intake, one, at, told) for one in LogSource.objects.filter(is_read=True)]
        _forget_days_off(store, day)
    _write_down(by, at, readings)
    return readings


def _with_claims(opened: OpenedSchool, at: datetime) -> OpenedSchool:
    """Add who held which address, as the network wrote it down by now."""
    school, register = opened.school, opened.school.register
    claims = (*register.claims, *read_claims(at=at, timezone=school.calendar.timezone))
    return replace(opened, school=replace(school, register=replace(register, claims=claims)))


def _read(intake: Intake, source: LogSource, at: datetime, progress: Progress) -> SourceReading:
    """Read one source; one that is not there, or cannot be read, is a problem in words."""
    outcomes: list[Outcome] = []
    problem = ""
    try:
        files = find_sources([source.place])
        outcomes.extend(intake.read(files, progress, format=format_named(source.format)))
    except NotFound:
        problem = "There is no log at this place."
    except OSError as error:
        problem = f"It could not be read: {error.strerror or 'the disk did not answer'}."
    return _keep(source, at, outcomes, problem)


def _keep(source: LogSource, at: datetime, outcomes: Sequence[Outcome], problem: str) -> SourceReading:
    unreadable: Counter[str] = Counter()
    for one in outcomes:
        unreadable.update(one.tally.unreadable)
    reasons = [one.problem for one in outcomes if one.problem]
    return SourceReading.objects.create(
        source=source,
        read_at=at,
        formats=sorted({one.title for one in outcomes if one.title}),
        files=len(outcomes),
        unread_files=sum(one.is_unread for one in outcomes),
        lines=sum(one.tally.lines for one in outcomes),
        kept=sum(one.kept for one in outcomes),
        unreadable=dict(unreadable),
        problem=(problem or (reasons[0] if reasons else ""))[:300],
    )


def _forget_days_off(store: Store, today: date) -> None:
    """Delete what the logs told of days on which nobody was told that they are read."""
    spans = days_on()
    off = [day for day in map(date.fromisoformat, store.state.days) if not was_on(spans, day)]
    if off:
        store.forget(off, today=today)


@transaction.atomic
def _write_down(by: Actor, at: datetime, readings: Sequence[SourceReading]) -> None:
    figures = {
        "sources": len(readings),
        "lines": sum(one.lines for one in readings),
        "kept": sum(one.kept for one in readings),
    }
    record(by=by, at=at, act=Act.SOURCES_READ, clause="MON-1", figures=figures)
