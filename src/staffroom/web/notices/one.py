"""What does one notice say?"""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from staffroom.rules import access
from staffroom.school.notices.queries.own import notice_of
from staffroom.web.notices.reasons import in_words
from staffroom.web.pages import page
from staffroom.web.requests import Request


@page(admits=access.anybody)
def show_notice(request: Request, ref: str) -> HttpResponse:
    """Show one notice of this person; of anybody else's it is not said that it exists."""
    assert request.person is not None
    notice = notice_of(request.person, ref)
    if notice is None:
        raise Http404
    shown = {"notice": notice, "because": in_words(notice.because)}
    return render(request, "notices/one.html", shown)
