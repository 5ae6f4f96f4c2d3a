"""How does a line come into the register of school purposes?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from staffroom.policy.keeping import keeps
from staffroom.records.actors import Actor
from staffroom.rules.purpose import EVERY_SERVICE
from staffroom.rules.remarks import due_on, may_answer
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import PurposeState, SchoolPurpose
from staffroom.school.monitoring.queries.record import catalogue_record
from staffroom.school.monitoring.queries.safeguards import acting_person, monitoring_settings
from staffroom.school.monitoring.refusals import NotAccepted, require, require_words
from staffroom.school.notices.actions import send
from staffroom.school.people.models import Person

ADDRESS = "/monitoring/purposes/"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is entered: which service ("*" for all), why, and its first and last day."""

    service: str
    purpose: str
    since: date
    until: date | None = None


@keeps("MON-2")
@transaction.atomic
def allow_purpose(
    *, by: Actor, at: datetime, line: Line, person: Person | None = None, role: str = ""
) -> SchoolPurpose:
    """Write a line into the register, for a person or for a role."""
    if (person is None) == (not role.strip()):
        raise NotAccepted("Name either a person or a role.", "person")
    giver = acting_person(by)
    if person is not None:
        require(may_answer(person.ref, giver.ref))
    made = _new(line, PurposeState.ALLOWED)
    made.person, made.role = person, " ".join(role.split())
    made.settled_by, made.settled_at = giver, at
    made.save()
    _write_down(Act.PURPOSE_ALLOWED, by, at, made)
    return made


@keeps("MON-2")
@transaction.atomic
def ask_for_purpose(*, by: Actor, at: datetime, line: Line) -> SchoolPurpose:
    """Ask for a line for oneself; it is answered within the time that the school sets."""
    asker = acting_person(by)
    made = _new(line, PurposeState.ASKED)
    made.person = made.asked_by = asker
    made.asked_at = at
    made.due_on = due_on(timezone.localtime(at), monitoring_settings().answer_days)
    made.save()
    _write_down(Act.PURPOSE_ASKED, by, at, made)
    return made


@keeps("MON-2")
@transaction.atomic
def answer_request(
    *, by: Actor, at: datetime, request: SchoolPurpose, is_allowed: bool, because: str
) -> SchoolPurpose:
    """Allow or refuse what somebody asked for, and tell them. A refusal has a reason."""
    if request.state != PurposeState.ASKED or request.asked_by is None:
        raise NotAccepted("This request was answered already.")
    giver = acting_person(by)
    require(may_answer(request.asked_by.ref, giver.ref))
    if not is_allowed:
        require_words(because, "because", "Say why it is refused.")
    request.state = PurposeState.ALLOWED if is_allowed else PurposeState.REFUSED
    request.because, request.settled_by, request.settled_at = because.strip(), giver, at
    request.save()
    _write_down(Act.PURPOSE_ALLOWED if is_allowed else Act.PURPOSE_REFUSED, by, at, request)
    _tell(by, at, request)
    return request


@transaction.atomic
def end_purpose(*, by: Actor, at: datetime, line: SchoolPurpose) -> SchoolPurpose:
    """Let a line hold no longer than yesterday, or than its first day where it begins later."""
    line.until = max(line.since, timezone.localdate(at) - timedelta(days=1))
    line.save(update_fields=["until"])
    _write_down(Act.PURPOSE_ENDED, by, at, line)
    return line


def _new(line: Line, state: PurposeState) -> SchoolPurpose:
    if line.service != EVERY_SERVICE and line.service not in catalogue_record().services:
        raise NotAccepted("Choose a service from the list.", "service")
    if line.until is not None and line.until < line.since:
        raise NotAccepted("The last day is before the first.", "until")
    purpose = require_words(line.purpose, "purpose", "Say what it is for.")
    return SchoolPurpose(
        service=line.service, purpose=purpose, since=line.since, until=line.until, state=state
    )


def _tell(by: Actor, at: datetime, request: SchoolPurpose) -> None:
    if request.asked_by is not None:
        send(
            by=by,
            at=at,
            to=request.asked_by,
            kind="school purpose answered",
            subject=_("Your request for the register of school purposes was answered"),
            body=_("Read the answer on the page of school purposes."),
            link=ADDRESS,
            once=f"purpose {request.ref} answered",
        )


def _write_down(act: Act, by: Actor, at: datetime, line: SchoolPurpose) -> None:
    record(by=by, at=at, act=act, about=About("purpose", line.ref), clause="MON-2")
