"""How does somebody say something to a use that is held on them, and how are they answered?

A remark is written into the audit log as an act of "own record", not of the person: the log would otherwise
be a place in which a name and a use of the network meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from staffroom.policy.keeping import keeps
from staffroom.records.actors import Actor, system
from staffroom.records.remarks import RemarkKind
from staffroom.rules.own_record import HeldUse
from staffroom.rules.remarks import due_on, may_answer
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import Remark, RemarkState
from staffroom.school.monitoring.queries.own_record import code_in_week
from staffroom.school.monitoring.queries.safeguards import acting_person, monitoring_settings
from staffroom.school.monitoring.refusals import NotAccepted, require, require_words
from staffroom.school.notices.actions import send
from staffroom.school.people.models import Person

OWN_RECORD = system("own record")
ADDRESS = "/monitoring/my-record/"


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says to a use, and whether they give their name to those who answer."""

    kind: RemarkKind
    words: str
    is_signed: bool = False


@keeps("MON-2", "CON-1")
@transaction.atomic
def write_remark(*, by: Actor, at: datetime, use: HeldUse, said: Said) -> Remark:
    """Say something to a use that is held on oneself. It is kept under the code, as the use is."""
    writer = acting_person(by)
    words = require_words(said.words, "words", "Write what there is to say.")
    who = code_in_week(writer, use.day)
    if who is None:
        raise NotAccepted("Nothing is held on this any more.")
    same = Remark.objects.filter(who=format(who, "016x"), service=use.service, first=use.first)
    if same.filter(state=RemarkState.WAITING).exists():
        raise NotAccepted("A remark on this waits for an answer already.")
    made = Remark.objects.create(
        who=format(who, "016x"),
        monday=use.day - timedelta(days=use.day.weekday()),
        day=use.day,
        service=use.service,
        first=use.first,
        last=use.last,
        kind=said.kind.value,
        words=words,
        signed_by=writer if said.is_signed else None,
        written_at=at,
        due_on=due_on(timezone.localtime(at), monitoring_settings().answer_days),
    )
    record(by=OWN_RECORD, at=at, act=Act.REMARK_WRITTEN, about=About("remark", made.ref), clause="CON-1")
    return made


@transaction.atomic
def open_remark(*, by: Actor, at: datetime, remark: Remark) -> Remark:
    """Read a remark in order to answer it; that somebody did is written down."""
    require(may_answer(_writer(remark, acting_person(by)), by.ref))
    record(by=by, at=at, act=Act.REMARK_READ, about=About("remark", remark.ref), clause="CON-1")
    return remark


@keeps("MON-2", "CON-1")
@transaction.atomic
def answer_remark(*, by: Actor, at: datetime, remark: Remark, is_accepted: bool, answer: str) -> Remark:
    """Answer a remark, for good; the answer stays with the record. Nobody answers their own."""
    answerer = acting_person(by)
    require(may_answer(_writer(remark, answerer), answerer.ref))
    if remark.state != RemarkState.WAITING:
        raise NotAccepted("This remark was answered already.")
    remark.answer = require_words(answer, "answer", "Write an answer.")
    remark.state = RemarkState.ACCEPTED if is_accepted else RemarkState.DECLINED
    remark.answered_by, remark.answered_at = answerer, at
    remark.save()
    figures = {"accepted": is_accepted}
    about = About("remark", remark.ref)
    record(by=by, at=at, act=Act.REMARK_ANSWERED, about=about, clause="CON-1", figures=figures)
    _tell(by, at, remark)
    return remark


def _writer(remark: Remark, reader: Person) -> str:
    """Return the reader's reference where they wrote it; otherwise the code, which is nobody's."""
    if remark.signed_by_id == reader.pk or code_in_week(reader, remark.day) == int(remark.who, 16):
        return reader.ref
    return remark.who


def _tell(by: Actor, at: datetime, remark: Remark) -> None:
    """Write to whoever gave their name; others find the answer on their first page."""
    if remark.signed_by is not None:
        send(
            by=by,
            at=at,
            to=remark.signed_by,
            kind="remark answered",
            subject=_("Your remark on your record was answered"),
            body=_("Read the answer on the page of your record."),
            link=ADDRESS,
            once=f"remark {remark.ref} answered",
        )
