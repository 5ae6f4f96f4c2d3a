"""What has the school written of a person?"""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from staffroom.rules import access
from staffroom.school.audit.actions import About, record
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Person
from staffroom.school.people.queries.pages import person_shown
from staffroom.web.pages import page
from staffroom.web.people.asking import find_person
from staffroom.web.people.hours import described
from staffroom.web.requests import Request, actor_of


@page(admits=access.anybody)
def show_person(request: Request, ref: str) -> HttpResponse:
    """Show a person to whoever keeps the list of people, and write down that they looked."""
    person = find_person(request, ref)
    if request.viewer and request.viewer.ref == ref:
        return redirect("my_details")
    with transaction.atomic():
        record(by=actor_of(request), at=request.at, act=Act.SEEN, about=About("person", ref), clause="CON-2")
    return _show(request, person, is_own=False)


@page(admits=access.anybody)
def show_own(request: Request) -> HttpResponse:
    """Show somebody what is written of themselves."""
    assert request.person is not None
    return _show(request, request.person, is_own=True)


def _show(request: Request, person: Person, *, is_own: bool) -> HttpResponse:
    assert request.viewer is not None
    shown = person_shown(person, at=request.at)
    keeps = access.keeps_people(request.viewer).allowed
    more = {"is_own": is_own, "keeps": keeps, "hours": described(shown.hours)}
    return render(request, "people/person.html", {"shown": shown, "person": person, **more})
