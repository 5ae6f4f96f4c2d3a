"""How does a page about a person ask for something, and say what was done?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise

from staffroom.records.decisions import Decision
from staffroom.rules import access
from staffroom.school.people.models import Person
from staffroom.web.pages import permit
from staffroom.web.requests import Request

Said = Promise | str


def find_person(request: Request, ref: str) -> Person:
    """Return the person of an address, where the viewer may see them. Raises Refused and Http404."""
    assert request.viewer is not None
    permit(access.sees_person(request.viewer, ref))
    return get_object_or_404(Person, ref=ref)


def address_of(request: Request, person: Person) -> str:
    """Return the address of a person's page: one's own has an address without a reference."""
    if request.viewer and request.viewer.ref == person.ref:
        return reverse("my_details")
    return reverse("person", args=(person.ref,))


def ask(
    request: Request,
    form: forms.Form,
    *,
    title: Said,
    button: Said,
    back: str,
    lead: Said = "",
    **more: Any,
) -> HttpResponse:
    """Show a page with one form; `back` is where whoever does not want to goes."""
    shown = {"form": form, "title": title, "button": button, "back": back, "lead": lead, **more}
    return render(request, more.get("template", "people/form.html"), shown)


def tell(request: Request, said: Said, to: str) -> HttpResponse:
    """Say what was done, on the page that comes next."""
    messages.success(request, str(said))
    return redirect(to)


def refuse_unless(decision: Decision) -> None:
    """Say on the form why something cannot be done. Raises ValidationError."""
    if not decision.allowed:
        raise ValidationError(decision.because)
