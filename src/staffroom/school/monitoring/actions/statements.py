"""How is a statement of the monitoring record written, saved as one goes, and finished?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.records.safeguards import Answers, Subject
from staffroom.rules.monitoring_questions import tidy, unanswered
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.actions.notice import publish_notice
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import Statement
from staffroom.school.monitoring.queries.safeguards import acting_person, draft_of, versions_of
from staffroom.school.monitoring.refusals import NotAccepted

CLAUSE = "MON-1"


class Unfinished(NotAccepted):
    """Some questions have no answer yet; `names` are theirs."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__("Some questions have no answer yet.")
        self.names = names


@transaction.atomic
def save_statement(*, by: Actor, at: datetime, subject: Subject, answers: Answers) -> Statement:
    """Save the answers to a subject's questions as a draft, which may be left and taken up again."""
    draft = draft_of(subject) or _begin(subject, by, at)
    draft.answers = tidy(subject, answers)
    draft.saved_by, draft.saved_at = acting_person(by), at
    draft.save()
    record(by=by, at=at, act=Act.STATEMENT_SAVED, about=About("statement", draft.ref), clause=CLAUSE)
    return draft


@transaction.atomic
def finish_statement(*, by: Actor, at: datetime, subject: Subject, answers: Answers) -> Statement:
    """Save the answers and make them the version that counts; it never changes after this.

    Raises Unfinished where a question has no answer; nothing is saved then.
    """
    kept = tidy(subject, answers)
    missing = tuple(one.name for one in unanswered(subject, kept))
    if missing:
        raise Unfinished(missing)
    draft = save_statement(by=by, at=at, subject=subject, answers=kept)
    draft.finished_at = at
    draft.save(update_fields=["finished_at"])
    figures = {"subject": subject.value, "version": draft.number}
    record(
        by=by,
        at=at,
        act=Act.STATEMENT_FINISHED,
        about=About("statement", draft.ref),
        clause=CLAUSE,
        figures=figures,
    )
    publish_notice(by=by, at=at)
    return draft


def _begin(subject: Subject, by: Actor, at: datetime) -> Statement:
    """Begin the next version."""
    earlier = versions_of(subject)
    number = earlier[0].number + 1 if earlier else 1
    return Statement(subject=subject.value, number=number, saved_by=acting_person(by), saved_at=at)
