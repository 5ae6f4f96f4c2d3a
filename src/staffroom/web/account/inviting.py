"""Who has no sign-in yet, and how are they invited?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staffroom.rules import access
from staffroom.school.notices.invitations import invite
from staffroom.school.people.actions.invitations import withdraw_invitation
from staffroom.school.people.models import Person
from staffroom.school.people.queries.invitations import invitation_by_ref, people_without_sign_in
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of, day_of

EVERYBODY = "everybody"


@page(admits=access.keeps_people, answers=("GET", "POST"))
def show_invitations(request: Request) -> HttpResponse:
    """List those without a sign-in; invite one of them, or all who have not been invited."""
    people = list(people_without_sign_in(on=day_of(request)))
    if request.method == "POST":
        return _invite(request, _chosen(request, people))
    waiting = sum(not _is_invited(request, person) for person in people)
    rows = [(person, _open_of(request, person)) for person in people]
    return render(request, "account/invitations.html", {"rows": rows, "waiting": waiting})


def _open_of(request: Request, person: Person) -> object:
    return next((one for one in person.invited if one.is_open(at=request.at)), None)  # type: ignore[attr-defined]


def _is_invited(request: Request, person: Person) -> bool:
    return _open_of(request, person) is not None


def _chosen(request: Request, people: list[Person]) -> list[Person]:
    wanted = request.POST.get("person", "")
    if wanted == EVERYBODY:
        return [person for person in people if not _is_invited(request, person)]
    chosen = [person for person in people if person.ref == wanted]
    if not chosen:
        raise Http404
    return chosen


def _invite(request: Request, people: list[Person]) -> HttpResponse:
    """Invite, and show the letters at once: nobody can find out their codes later."""
    letters = invite(by=actor_of(request), at=request.at, people=people)
    mailed = len(people) - len(letters)
    if letters:
        shown = {"letters": letters, "mailed": mailed, "address": request.build_absolute_uri("/invitation/")}
        return render(request, "account/letters.html", shown)
    words = ngettext("%(n)d invitation is on its way.", "%(n)d invitations are on their way.", mailed)
    messages.success(request, words % {"n": mailed})
    return redirect("invitations")


@page(admits=access.keeps_people, answers=("POST",))
def end_invitation(request: Request, ref: str) -> HttpResponse:
    """Withdraw an invitation."""
    found = invitation_by_ref(ref, at=request.at)
    if found is None:
        raise Http404
    withdraw_invitation(by=actor_of(request), at=request.at, invitation=found)
    messages.success(request, _("The invitation is withdrawn. Its link and its code no longer work."))
    return redirect("invitations")
