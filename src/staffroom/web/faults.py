"""What does a person read when a page cannot be shown?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext_lazy as _

from staffroom.records.decisions import Decision

Exc = Exception | None

NO_SUCH_PAGE = _("This page is not here. The address may be mistyped, or what it showed may have gone.")
NOT_UNDERSTOOD = _("This could not be understood. Go back, and try again.")
NOT_YOURS = _("This page is not for you. If it should be, ask the office.")
BROKEN = _(
    "Something went wrong on our side. Nothing you had entered before was lost. Try again in a minute."
)


def refused(request: HttpRequest, exception: Exc = None, *, decision: Decision | None = None) -> HttpResponse:
    """Say that a page is not for this person, and why."""
    because = decision.because if decision else NOT_YOURS
    shown = {"title": _("This page is not for you"), "because": because, "decision": decision}
    return render(request, "faults/fault.html", shown, status=403)


def bad_request(request: HttpRequest, exception: Exc = None) -> HttpResponse:
    """Say that a request could not be understood."""
    shown = {"title": _("Not understood"), "because": NOT_UNDERSTOOD}
    return render(request, "faults/fault.html", shown, status=400)


def not_found(request: HttpRequest, exception: Exc = None) -> HttpResponse:
    """Say that there is no such page."""
    shown = {"title": _("Page not found"), "because": NO_SUCH_PAGE}
    return render(request, "faults/fault.html", shown, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that something went wrong; the page needs nothing that could be wrong as well."""
    shown = {"title": str(_("Something went wrong")), "because": str(BROKEN)}
    return HttpResponse(loader.render_to_string("faults/broken.html", shown), status=500)
