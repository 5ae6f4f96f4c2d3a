"""What of the policies waits for somebody, and what does every page warn of?"""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staffroom.records.versions import Answer
from staffroom.school.people.models import Person
from staffroom.school.policies.queries.questions import questions_waiting
from staffroom.school.policies.queries.reading import waiting_for
from staffroom.school.policies.queries.reviews import overdue
from staffroom.school.policies.queries.versions import approvals_waiting, in_consultation
from staffroom.school.policies.texts import say_date
from staffroom.web.home.tasks import Task
from staffroom.web.policies.finding import is_keeper
from staffroom.web.requests import Request, day_of


def tasks_of(request: Request) -> Iterator[Task]:
    """Yield what of the policies waits for the person who is looking."""
    if request.person is None:
        return
    for approval in approvals_waiting(request.person):
        version = approval.version
        yield Task(
            _("Approve: %(title)s") % {"title": version.policy.title},
            reverse("policy_approval", args=[version.ref]),
            hint=_("It comes into force only when every approver has approved the same words."),
            is_due=True,
            status=_("Waits for you"),
        )
    for asked in waiting_for(request.person):
        title = asked.campaign.version.policy.title
        is_late = asked.due < day_of(request)
        has_questions = asked.state == Answer.QUESTIONS
        yield Task(
            _("Read and answer: %(title)s") % {"title": title},
            reverse("policy_reading", args=[asked.campaign.version.ref]),
            hint=_say_question(is_replied=asked.is_replied) if has_questions else "",
            is_due=True,
            status=_say_due(f"{asked.due.day} {asked.due:%b %Y}", is_late=is_late),
        )
    yield from _questions(request, request.person)
    if request.viewer and request.viewer.is_in_scope:
        yield from _consultations(request)


def _consultations(request: Request) -> Iterator[Task]:
    for version in in_consultation():
        until = version.consulted_until
        if until is None or day_of(request) <= until:
            yield Task(
                _("Say what you think of a draft: %(title)s") % {"title": version.policy.title},
                reverse("policy_consultation", args=[version.ref]),
                hint=_("Open until %(day)s.") % {"day": f"{until.day} {until:%B %Y}"} if until else "",
            )


def _questions(request: Request, person: Person) -> Iterator[Task]:
    for one in questions_waiting(person, keeps_policy=is_keeper(request)):
        yield Task(
            _("Reply to questions: %(title)s") % {"title": one.title},
            reverse("policy_campaign", args=[one.campaign]) + "#questions",
            is_due=True,
            status=ngettext("%(n)s waits", "%(n)s wait", one.count) % {"n": one.count},
        )


def _say_question(*, is_replied: bool) -> str:
    if is_replied:
        return _("There is a reply to your question. Read it, then answer or ask again.")
    return _("You have asked a question. Answer when you have the reply.")


def _say_due(day: str, *, is_late: bool) -> str:
    return (_("Was due %(day)s") if is_late else _("By %(day)s")) % {"day": day}


def warn_of_reviews(request: Request) -> str:
    """Say which policies in force are past their review; empty where none is."""
    said = [
        _("The review of “%(title)s” is overdue since %(date)s.")
        % {"title": one.policy.title, "date": say_date(one.review_by)}
        for one in overdue(on=day_of(request))
    ]
    return " ".join(said)
