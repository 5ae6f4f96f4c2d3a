"""What follows from a remark that was found right, and who may answer one?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from staffroom.policy.keeping import keeps
from staffroom.records.decisions import Decision
from staffroom.records.evidence import WINDOW_SECONDS
from staffroom.records.remarks import AcceptedRemark, RemarkKind
from staffroom.records.school import Purpose
from staffroom.records.seen import VisitWindow
from staffroom.records.week_people import CodedPerson

WINDOW_MS = 1000 * WINDOW_SECONDS


@keeps("MON-2")
def purposes_from(
    remarks: Iterable[AcceptedRemark], people: Mapping[int, CodedPerson]
) -> tuple[Purpose, ...]:
    """Turn remarks that something was for the school into entries for exactly that use."""
    return tuple(
        Purpose(
            service=one.service,
            reason=one.because,
            approved_by="",
            person=people[one.who].person,
            moments=(one.first * WINDOW_MS, (one.last + 1) * WINDOW_MS),
        )
        for one in remarks
        if one.kind is RemarkKind.PURPOSE and one.who in people
    )


@keeps("CON-1")
def without_challenged(
    visits: Iterable[VisitWindow], remarks: Sequence[AcceptedRemark]
) -> tuple[VisitWindow, ...]:
    """Leave out the windows of which a challenge was found right: they are in no count."""
    wrong = [one for one in remarks if one.kind is RemarkKind.CHALLENGE]
    return tuple(visit for visit in visits if not any(_covers(one, visit) for one in wrong))


def _covers(remark: AcceptedRemark, visit: VisitWindow) -> bool:
    is_same = remark.who == visit.who and remark.service == visit.service
    return is_same and remark.first <= visit.window <= remark.last


def due_on(written_at: datetime, answer_days: int) -> date:
    """Return the last day on which an answer is in time."""
    return written_at.date() + timedelta(days=answer_days)


@keeps("CON-1")
def may_answer(asked_by: str, answerer: str) -> Decision:
    """Decide whether somebody may answer a remark or a request: nobody answers their own."""
    because = "Nobody answers what they asked for themselves. Somebody else has to."
    return Decision(asked_by != answerer, "CON-1", because)
