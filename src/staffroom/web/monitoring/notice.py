"""What is recorded, what is not, for how long, and who may see what?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from staffroom.rules import access
from staffroom.rules.monitoring_notice import Section
from staffroom.school.monitoring.actions.notice import mark_notice_read
from staffroom.school.monitoring.queries.notice import (
    is_notice_unread,
    latest_notice,
    notice_now,
    notices_read_by,
)
from staffroom.web.monitoring.doing import did
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of

ROUTE = "monitoring_notice"


class ReadForm(forms.Form):
    """The digest of the text that was shown, and where the person was going."""

    shown = forms.CharField(max_length=64, widget=forms.HiddenInput)
    onward = forms.CharField(max_length=400, required=False, widget=forms.HiddenInput)


@page(admits=access.anybody, answers=("GET", "POST"))
def show_notice(request: Request) -> HttpResponse:
    """Show the notice; somebody who has not read it as it is now says that they have, and goes on."""
    assert request.person is not None
    form = ReadForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and did(form, lambda: _mark(request, form)):
        messages.success(request, _("Thank you. You can read the notice again whenever you like."))
        return redirect(_onward(form.cleaned_data["onward"]))
    return render(request, "monitoring/notice.html", _shown(request, form))


def _mark(request: Request, form: ReadForm) -> None:
    mark_notice_read(by=actor_of(request), at=request.at, shown=form.cleaned_data["shown"])


def _shown(request: Request, form: ReadForm) -> dict[str, object]:
    assert request.person is not None
    latest = latest_notice()
    return {
        "sections": _sections(latest.sections) if latest else notice_now(),
        "version": latest,
        "is_unread": is_notice_unread(request.person),
        "read": notices_read_by(request.person),
        "onward": request.GET.get("onward", ""),
        "form": form,
    }


def _sections(stored: list[dict[str, Any]]) -> list[Section]:
    return [
        Section(one["title"], tuple(one["words"]), tuple(one["points"]), one.get("fold", ""))
        for one in stored
    ]


def _onward(address: str) -> str:
    """Return where the person was going; only within this desk."""
    is_here = url_has_allowed_host_and_scheme(address, allowed_hosts=None) and address.startswith("/")
    return address if is_here else reverse("home")


def notice_first(request: Request) -> str:
    """Return the address of the notice where the person has to read it before going on; "" otherwise.

    Only looking is held up: what somebody has just filled in is not lost.
    """
    match = request.resolver_match
    if (
        request.method not in ("GET", "HEAD")
        or request.person is None
        or (match and match.view_name == ROUTE)
    ):
        return ""
    if not is_notice_unread(request.person):
        return ""
    return f"{reverse(ROUTE)}?onward={request.path}"
