"""What is in the register of school purposes, and what waits for an answer?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from staffroom.school.monitoring.models import PurposeState, SchoolPurpose
from staffroom.school.people.models import Person
from staffroom.school.people.queries import held_on


def register_lines(*, on: date) -> Sequence[SchoolPurpose]:
    """Return the lines that hold on a day or will."""
    coming = Q(until__isnull=True) | Q(until__gte=on)
    return list(_with_people().filter(coming, state=PurposeState.ALLOWED).order_by("service", "since", "id"))


def lines_for(person: Person, *, on: date) -> Sequence[SchoolPurpose]:
    """Return the lines that name a person and hold on a day."""
    return list(_with_people().filter(held_on(on), state=PurposeState.ALLOWED, person=person))


def waiting_requests() -> Sequence[SchoolPurpose]:
    """Return the requests that wait for an answer, the oldest first."""
    return list(_with_people().filter(state=PurposeState.ASKED).order_by("asked_at", "id"))


def requests_of(person: Person) -> Sequence[SchoolPurpose]:
    """Return what a person has asked for, the latest first."""
    return list(_with_people().filter(asked_by=person).order_by("-asked_at", "-id"))


def _with_people() -> QuerySet[SchoolPurpose]:
    return SchoolPurpose.objects.select_related("person", "asked_by", "settled_by")
