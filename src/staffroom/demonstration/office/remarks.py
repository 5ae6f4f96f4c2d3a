"""What have people said to what is held on them, and how were they answered?"""

from __future__ import annotations

from datetime import datetime

from staffroom.demonstration.office.office import Office, by
from staffroom.records.calendar import Hours
from staffroom.records.evidence import Outcome
from staffroom.records.posts import Post
from staffroom.records.remarks import RemarkKind
from staffroom.rules.own_record import HeldUse
from staffroom.school.monitoring.actions.remarks import Said, answer_remark, open_remark, write_remark
from staffroom.school.monitoring.models import Remark
from staffroom.school.monitoring.queries.own_record import own_record
from staffroom.school.people.models import Person

FOR_A_LESSON = Said(
    RemarkKind.PURPOSE, "I was looking for a film for Thursday's lesson; it is in my plan.", is_signed=True
)
TAKEN = "That is in the plan for the lesson. It counts as for the school now."
NOT_ME = Said(RemarkKind.CHALLENGE, "The page was open in another window while I was teaching.")


def answer_one(office: Office) -> None:
    """Let a teacher say that a use was for the school, and the deputy find that right."""
    teacher, deputy = office.busiest("teacher"), office.holder(Post.DEPUTY)
    remark = _say(teacher, FOR_A_LESSON, office.moments.after_week(8))
    if remark is not None:
        at = office.moments.after_week(9)
        open_remark(by=by(deputy), at=at, remark=remark)
        answer_remark(by=by(deputy), at=at, remark=remark, is_accepted=True, answer=TAKEN)


def leave_one_waiting(office: Office) -> None:
    """Let somebody else say that what is held on them is wrong; nobody has answered yet."""
    _say(office.busiest("teaching assistant"), NOT_ME, office.moments.ago(1))


def _say(person: Person, said: Said, at: datetime) -> Remark | None:
    """Say something to the first visit in working hours; nothing where none is held on the person."""
    use = _first_use(person)
    return None if use is None else write_remark(by=by(person), at=at, use=use, said=said)


def _first_use(person: Person) -> HeldUse | None:
    uses = [one.use for one in own_record(person).uses]
    visits = [use for use in uses if use.outcome is Outcome.VISIT and not use.purpose.allowed]
    in_working_hours = [use for use in visits if Hours.WORKING in use.hours]
    return next(iter(in_working_hours or visits or uses), None)
