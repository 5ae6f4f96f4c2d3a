"""How does a version look on paper, with a place to sign?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.rules import access
from staffroom.school.policies.texts import say_date
from staffroom.web.pages import page
from staffroom.web.policies.finding import readable_version
from staffroom.web.policies.shown_text import show_text
from staffroom.web.requests import Request


@page(admits=access.anybody)
def show_print(request: Request, ref: str) -> HttpResponse:
    """Show a version to be printed, and signed where somebody cannot answer on a screen."""
    version = readable_version(request, ref)
    shown = {
        "version": version,
        "policy": version.policy,
        "text": show_text(version),
        "links": list(version.policy.links.all()),
        "review_by": say_date(version.review_by),
    }
    return render(request, "policies/print.html", shown)
