"""How does a network manager have the logs read now, and see how far that is?"""

from __future__ import annotations

from django.contrib import messages
from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task

from staffroom.rules import access
from staffroom.school.monitoring.actions.reading_now import ask_for_reading, carry_out_reading
from staffroom.school.monitoring.models import ReadingRequest
from staffroom.school.monitoring.queries.safeguards import may_read_now
from staffroom.school.monitoring.queries.sources import latest_request, log_sources
from staffroom.school.monitoring.refusals import NotAccepted, NotPermitted
from staffroom.web.pages import Refused, page
from staffroom.web.requests import Request, actor_of, day_of


@task()
def read_now(ref: str) -> bool:
    """Read the logs as somebody has asked."""
    return carry_out_reading(ref=ref, now=timezone.now)


@page(admits=access.keeps_network, answers=("GET", "POST"))
def show_reading(request: Request) -> HttpResponse:
    """Say how far the reading is that was asked for last; a POST asks for one."""
    if request.method == "POST":
        return _ask(request)
    asked = latest_request()
    shown = {
        "asked": asked,
        "words": words_of(asked) if asked else "",
        "sources": log_sources(),
        "may_read": may_read_now(on=day_of(request)),
    }
    return render(request, "monitoring/reading.html", shown)


def _ask(request: Request) -> HttpResponse:
    try:
        asked = ask_for_reading(by=actor_of(request), at=request.at)
    except NotPermitted as error:
        raise Refused(error.decision) from None
    except NotAccepted as error:
        messages.error(request, str(error))
    else:
        read_now.enqueue(asked.ref)
    return redirect("reading_now")


def words_of(asked: ReadingRequest) -> str:
    """Say in words how far a reading is."""
    if asked.problem:
        return asked.problem
    if not asked.is_open:
        return _("All logs were read.")
    if not asked.begun_at:
        return _("The reading waits for its turn.")
    return _progress(asked) if asked.doing else _("The reading begins.")


def _progress(asked: ReadingRequest) -> str:
    given = {"doing": asked.doing, "done": intcomma(asked.done), "whole": intcomma(asked.whole or 0)}
    if asked.whole is None:
        said = _("%(doing)s: %(done)s lines.") % given
    else:
        said = _("%(doing)s: %(done)s of about %(whole)s lines.") % given
    if not asked.unreadable:
        return said
    bad = ngettext("%(n)s could not be read.", "%(n)s could not be read.", asked.unreadable)
    return f"{said} {bad % {'n': intcomma(asked.unreadable)}}"
