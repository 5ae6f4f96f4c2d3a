"""How is the annual review planned, and written down when it has been held?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from staffroom.policy.keeping import keeps
from staffroom.records.actors import Actor
from staffroom.records.safeguards import Seat
from staffroom.rules.monitoring_gate import LONGEST_TO_REVIEW
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import Attendee, Review
from staffroom.school.monitoring.queries.safeguards import acting_person, planned_review
from staffroom.school.monitoring.refusals import NotAccepted, require_words
from staffroom.school.people.models import Person


@dataclass(frozen=True, slots=True)
class Findings:
    """What a review found and decided, on which day it was held, and which seats were taken."""

    held_on: date
    findings: str
    decisions: str
    present: Collection[Seat]


@keeps("MON-1")
@transaction.atomic
def plan_review(*, by: Actor, at: datetime, due_on: date, attendees: Mapping[Seat, Person]) -> Review:
    """Set the day of the next review and its four people, in place of what was planned before."""
    _refuse_people(attendees)
    if not at.date() <= due_on <= at.date() + LONGEST_TO_REVIEW:
        raise NotAccepted("The review has to be within a year from today.", "due_on")
    planned = planned_review() or Review()
    planned.due_on, planned.recorded_by = due_on, acting_person(by)
    planned.save()
    planned.attendees.all().delete()
    Attendee.objects.bulk_create(Attendee(review=planned, seat=seat, person=attendees[seat]) for seat in Seat)
    record(by=by, at=at, act=Act.REVIEW_PLANNED, about=About("review", planned.ref), clause="MON-1")
    return planned


@keeps("MON-1")
@transaction.atomic
def hold_review(*, by: Actor, at: datetime, review: Review, findings: Findings) -> Review:
    """Write down what a review found. All four were there; one who could not come is replaced first."""
    if review.held_on is not None:
        raise NotAccepted("This review is on record already.")
    if findings.held_on > at.date():
        raise NotAccepted("Write a review down when it has been held.", "held_on")
    if set(findings.present) != set(Seat):
        raise NotAccepted("A review needs all four people. Plan it anew if somebody else came.", "present")
    review.findings = require_words(findings.findings, "findings", "Write down what the review found.")
    review.decisions = require_words(findings.decisions, "decisions", "Write down what was decided.")
    review.held_on, review.recorded_by = findings.held_on, acting_person(by)
    review.save()
    review.attendees.update(was_there=True)
    record(by=by, at=at, act=Act.REVIEW_HELD, about=About("review", review.ref), clause="MON-1")
    return review


def _refuse_people(attendees: Mapping[Seat, Person]) -> None:
    missing = [seat for seat in Seat if attendees.get(seat) is None]
    if missing:
        raise NotAccepted("Name somebody for each seat.", missing[0].name.lower())
    if len({person.pk for person in attendees.values()}) < len(Seat):
        raise NotAccepted("Name four different people.")
