"""What have I read and answered, and what waits for me?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.rules import access
from staffroom.school.policies.queries.reading import answers_of, waiting_for
from staffroom.web.pages import page
from staffroom.web.requests import Request, day_of


@page(admits=access.anybody)
def show_mine(request: Request) -> HttpResponse:
    """Show what waits for this person and all that they have answered, with the PDF of each."""
    person = request.person
    shown = {
        "waiting": waiting_for(person) if person else [],
        "answers": answers_of(person) if person else [],
        "today": day_of(request),
    }
    return render(request, "policies/mine.html", shown)
