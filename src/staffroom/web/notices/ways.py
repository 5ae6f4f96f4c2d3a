"""At which addresses is this person told?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.rules import access
from staffroom.school.notices.actions.channels import may_add
from staffroom.school.notices.queries.own import channels_of
from staffroom.web.pages import page
from staffroom.web.requests import Request


@page(admits=access.anybody)
def show_ways(request: Request) -> HttpResponse:
    """Show the school's address of this person, and those they have added."""
    person = request.person
    assert person is not None
    shown = {"person": person, "channels": channels_of(person), "may_add": may_add(person)}
    return render(request, "notices/ways.html", shown)
