"""How does somebody who has a question about a policy get a reply?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from staffroom.records.actors import Actor
from staffroom.rules.acknowledging import decide_reply
from staffroom.school.audit.actions import About, record
from staffroom.school.notices.actions import send
from staffroom.school.people.models import Person
from staffroom.school.policies.acts import Act
from staffroom.school.policies.addresses import of_reading
from staffroom.school.policies.models import Acknowledgement, Asked, QuestionReply
from staffroom.school.policies.queries.questions import is_open
from staffroom.school.policies.refusals import NotDone, require


@transaction.atomic
def reply_to_question(
    *, by: Actor, at: datetime, question: Acknowledgement, person: Person, text: str
) -> QuestionReply:
    """Reply to a question once. Who asked is told that there is a reply, and not what it says.

    Raises NotDone for one's own question, without words, and where it is no longer open.
    """
    if by.ref != person.ref:
        raise NotDone(["Each person answers for themselves."])
    require(decide_reply(person.ref, question.person.ref, text))
    Asked.objects.select_for_update().get(pk=question.asked_id)
    if not is_open(question):
        raise NotDone(["This question no longer waits for a reply."])
    made = QuestionReply.objects.create(question=question, person=person, text=text.strip(), at=at)
    about = About("acknowledgement", question.ref)
    record(by=by, at=at, act=Act.QUESTION_ANSWERED, about=about, clause="GEN-9")
    _tell(by, at, question)
    return made


@transaction.atomic
def look_at_question(*, by: Actor, at: datetime, question: Acknowledgement) -> None:
    """Write down that somebody looked at another person's question."""
    about = About("acknowledgement", question.ref)
    record(by=by, at=at, act=Act.QUESTION_SEEN, about=about, clause="CON-1")


def _tell(by: Actor, at: datetime, question: Acknowledgement) -> None:
    version = question.asked.campaign.version
    body = _(
        "There is a reply to your question about “%(title)s”. You find it on the page below, where you can "
        "answer, or ask again."
    )
    send(
        by=by,
        at=at,
        to=question.person,
        kind="policy question answered",
        subject=_("There is a reply to your question"),
        body=body % {"title": version.policy.title},
        link=of_reading(version),
        once=f"replied {question.ref}",
    )
