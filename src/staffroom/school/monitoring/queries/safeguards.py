"""What is on record about monitoring, how is it set, and is it on?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from staffroom.records.actors import Actor
from staffroom.records.decisions import Decision
from staffroom.records.people import Standing
from staffroom.records.safeguards import Safeguards, Seat, Subject
from staffroom.rules.monitoring_gate import Switch, gate, may_read, needs
from staffroom.school.monitoring.models import (
    MonitoringSettings,
    Review,
    SettingChange,
    Settlement,
    Statement,
    SwitchRequest,
)
from staffroom.school.people.models import Person
from staffroom.school.people.queries import held_on, people_in_scope

GOVERNING = (Standing.GOVERNOR, Standing.TRUSTEE, Standing.DIRECTOR)


def acting_person(by: Actor) -> Person:
    """Return the person who acts. Raises Person.DoesNotExist for a part of Staffroom."""
    return Person.objects.get(ref=by.ref)


def monitoring_settings() -> MonitoringSettings:
    """Return how monitoring is set; the defaults where nobody has set anything."""
    return MonitoringSettings.objects.filter(pk=1).first() or MonitoringSettings(pk=1)


def finished_statements() -> dict[Subject, Statement]:
    """Return the latest finished statement of each subject."""
    found = Statement.objects.filter(finished_at__isnull=False).order_by("number").select_related("saved_by")
    return {Subject(one.subject): one for one in found}


def draft_of(subject: Subject) -> Statement | None:
    """Return the draft of a subject, None where nobody has begun one."""
    return Statement.objects.filter(subject=subject.value, finished_at__isnull=True).first()


def versions_of(subject: Subject) -> Sequence[Statement]:
    """Return the finished statements of a subject, the latest first."""
    found = Statement.objects.filter(subject=subject.value, finished_at__isnull=False)
    return list(found.select_related("saved_by").order_by("-number"))


def planned_review() -> Review | None:
    """Return the review that is due next."""
    planned = Review.objects.filter(held_on__isnull=True)
    return planned.prefetch_related("attendees__person").first()


def people_for_review(*, on: date) -> QuerySet[Person]:
    """Return those who may sit at a review: whoever holds a post or governs, not everybody in the school."""
    governs = Q(standings__standing__in=[one.value for one in GOVERNING]) & held_on(on, "standings__")
    holds = Q(posts__isnull=False) & held_on(on, "posts__")
    return people_in_scope(on=on).filter(pk__in=Person.objects.filter(governs | holds).values("pk"))


def held_reviews() -> Sequence[Review]:
    """Return the reviews that were held, the latest first, with who was there."""
    held = Review.objects.filter(held_on__isnull=False).order_by("-held_on", "-id")
    return list(held.prefetch_related("attendees__person"))


def safeguards() -> Safeguards:
    """Return what is on record, as the gate asks for it."""
    return _safeguards(finished_statements(), planned_review())


def _safeguards(statements: Mapping[Subject, Statement], review: Review | None) -> Safeguards:
    attendees = review.attendees.all() if review else ()
    return Safeguards(
        statements={subject: one.answers for subject, one in statements.items()},
        review_due_on=review.due_on if review else None,
        attendees={Seat(one.seat): one.person.ref for one in attendees},
    )


@dataclass(frozen=True, slots=True)
class StandingNow:
    """How monitoring stands on a day, all of it asked for at once."""

    statements: Mapping[Subject, Statement]
    review: Review | None
    settings: MonitoringSettings
    switch: Switch
    needs: tuple[Decision, ...]
    gate: Decision
    may_read: Decision


def standing_now(*, on: date) -> StandingNow:
    """Return how monitoring stands on a day."""
    statements, review, settings, switched = (
        finished_statements(),
        planned_review(),
        monitoring_settings(),
        switch(),
    )
    known, grace_days = _safeguards(statements, review), settings.grace_days
    return StandingNow(
        statements=statements,
        review=review,
        settings=settings,
        switch=switched,
        needs=needs(known, today=on, grace_days=grace_days),
        gate=gate(known, today=on, grace_days=grace_days),
        may_read=may_read(switched, known, today=on, grace_days=grace_days),
    )


def needs_now(*, on: date) -> tuple[Decision, ...]:
    """Say of each thing that must be on record whether it is."""
    return standing_now(on=on).needs


def gate_now(*, on: date) -> Decision:
    """Decide whether monitoring may be on at all."""
    return standing_now(on=on).gate


def may_read_now(*, on: date) -> Decision:
    """Decide whether logs may be read now."""
    return standing_now(on=on).may_read


def switch() -> Switch:
    """Return how monitoring is switched."""
    latest = list(SwitchRequest.objects.exclude(settlement=Settlement.TAKEN_BACK).order_by("-id")[:2])
    confirmed = [one for one in latest if one.settlement == Settlement.CONFIRMED]
    is_on = bool(confirmed) and confirmed[0].is_on
    waiting = [one for one in latest if one.settlement == Settlement.WAITING]
    return Switch(is_on, is_off_asked=any(not one.is_on for one in waiting))


def waiting_switch() -> SwitchRequest | None:
    """Return the request to switch that waits for a second person."""
    waiting = SwitchRequest.objects.filter(settlement=Settlement.WAITING)
    return waiting.select_related("asked_by").first()


def days_on() -> list[tuple[date, date | None]]:
    """Return the spans of days, both included, on which monitoring was on; None where it still is."""
    spans: list[tuple[date, date | None]] = []
    for one in SwitchRequest.objects.filter(settlement=Settlement.CONFIRMED).order_by("settled_at", "id"):
        day = timezone.localdate(one.settled_at)
        if one.is_on and not (spans and spans[-1][1] is None):
            spans.append((day, None))
        elif not one.is_on and spans and spans[-1][1] is None:
            spans[-1] = (spans[-1][0], day)
    return spans


def was_ever_on() -> bool:
    """Say whether monitoring was ever switched on."""
    return SwitchRequest.objects.filter(settlement=Settlement.CONFIRMED, is_on=True).exists()


def setting_changes(*, most: int = 50) -> Sequence[SettingChange]:
    """Return the latest changes of how monitoring is set."""
    return list(SettingChange.objects.select_related("changed_by")[:most])


def switch_history(*, most: int = 50) -> Sequence[SwitchRequest]:
    """Return the latest requests to switch, settled or not."""
    return list(SwitchRequest.objects.select_related("asked_by", "settled_by")[:most])
