"""What of monitoring waits for this person, and what stands on every page?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staffroom.rules import access
from staffroom.rules.monitoring_gate import may_confirm, review_warning
from staffroom.school.monitoring.queries.own_record import has_new_answer
from staffroom.school.monitoring.queries.purposes import waiting_requests
from staffroom.school.monitoring.queries.remarks import waiting_remarks
from staffroom.school.monitoring.queries.safeguards import (
    monitoring_settings,
    planned_review,
    review_due_on,
    switch,
    waiting_switch,
)
from staffroom.school.monitoring.queries.sources import log_sources
from staffroom.school.people.queries import viewer_of
from staffroom.web.home.tasks import Task
from staffroom.web.requests import Request, day_of

REVIEW_IS_NEAR = timedelta(days=30)


def monitoring_tasks(request: Request) -> Iterable[Task]:
    """Return what waits for the person who is looking."""
    if request.viewer is None or request.person is None:
        return
    if has_new_answer(request.person, at=request.at):
        yield Task(_("Read the answer to your remark"), reverse("my_record"))
    if access.keeps_purposes(request.viewer).allowed:
        yield from _answers(day_of(request))
    if access.governs_monitoring(request.viewer).allowed:
        yield from _governing(request)
    if access.keeps_network(request.viewer).allowed:
        yield from _network()


def _answers(today: date) -> Iterator[Task]:
    """Tell of what waits for an answer, with the age of the oldest."""
    asked = [(one.asked_at, one.due_on) for one in waiting_requests()]
    waiting = [*asked, *((one.written_at, one.due_on) for one in waiting_remarks())]
    if not waiting:
        return
    oldest = max((today - at.date()).days for at, _due in waiting if at)
    is_late = any(due < today for _at, due in waiting if due)
    yield Task(
        ngettext("Answer %(n)d request or remark", "Answer %(n)d requests and remarks", len(waiting))
        % {"n": len(waiting)},
        reverse("answering"),
        hint=ngettext("The oldest waits for %(n)d day.", "The oldest waits for %(n)d days.", oldest)
        % {"n": oldest},
        is_due=is_late,
        status=_("Overdue") if is_late else "",
    )


def _governing(request: Request) -> Iterator[Task]:
    asked = waiting_switch()
    assert request.viewer is not None
    if asked and may_confirm(viewer_of(asked.asked_by, on=day_of(request)), request.viewer).allowed:
        title = (
            _("Confirm that monitoring is switched on")
            if asked.is_on
            else _("Confirm that it is switched off")
        )
        yield Task(title, reverse("monitoring_record"), is_due=True, status=_("Waits for you"))
    review = planned_review()
    if review and review.due_on - REVIEW_IS_NEAR <= day_of(request):
        is_late = review.due_on < day_of(request)
        status = _("Overdue") if is_late else ""
        yield Task(
            _("Hold the annual review of monitoring"), reverse("review_held"), is_due=is_late, status=status
        )


def _network() -> Iterator[Task]:
    broken = [one for one in log_sources() if one.is_read and one.latest and one.latest[0].problem]  # type: ignore[attr-defined]
    if broken:
        yield Task(
            _("Look at logs that could not be read"), reverse("log_sources"), is_due=True, status=_("Problem")
        )


def warn_of_review(request: Request) -> str:
    """Return the sentence that the review is overdue, for those who can do something about it."""
    viewer = request.viewer
    rules = (access.governs_monitoring, access.sees_counts, access.keeps_network)
    if viewer is None or not any(rule(viewer).allowed for rule in rules):
        return ""
    due, today = review_due_on(), day_of(request)
    if due is None or due >= today or not switch().is_on:  # the usual case costs one question
        return ""
    return review_warning(due, today=today, grace_days=monitoring_settings().grace_days)
