"""What does the school say of itself?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from staffroom.records.calendar import Nation
from staffroom.rules import access
from staffroom.school.people.actions.school import FIRST_RUN, Description, describe_school
from staffroom.school.people.models import Colour, School
from staffroom.school.people.queries.school import find_school
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of
from staffroom.web.setup.admission import setting_up

NATIONS = (
    (Nation.ENGLAND.value, _("England")),
    (Nation.WALES.value, _("Wales")),
    (Nation.SCOTLAND.value, _("Scotland")),
    (Nation.NORTHERN_IRELAND.value, _("Northern Ireland")),
)
COLOURS = (
    (Colour.PETROL.value, _("Petrol")),
    (Colour.NAVY.value, _("Navy")),
    (Colour.GREEN.value, _("Green")),
    (Colour.MAROON.value, _("Maroon")),
    (Colour.PURPLE.value, _("Purple")),
    (Colour.BLACK.value, _("Black")),
)


class SchoolForm(forms.Form):
    """The school's name, nation, address and colour."""

    name = forms.CharField(label=_("Name of the school"), max_length=120)
    nation = forms.ChoiceField(
        label=_("Nation"),
        help_text=_("It decides which bank holidays count."),
        choices=NATIONS,
        widget=forms.RadioSelect,
    )
    address = forms.CharField(
        label=_("Address"),
        help_text=_("For letters. It may stay empty."),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
    )
    colour = forms.ChoiceField(
        label=_("Colour"),
        help_text=_("Of the band at the head of every page."),
        choices=COLOURS,
        initial=Colour.PETROL.value,
    )


def school_form(data: Any, school: School | None) -> SchoolForm:
    """Return the form, filled with what is known."""
    known = {name: getattr(school, name) for name in SchoolForm.base_fields} if school else None
    return SchoolForm(data or None, initial=known)


@setting_up(answers=("GET", "POST"))
def describe_first(request: Request) -> HttpResponse:
    """Describe the school while it is set up."""
    form = school_form(request.POST, find_school())
    if form.is_valid():
        by = actor_of(request) if request.viewer else FIRST_RUN
        describe_school(by=by, at=request.at, description=Description(**form.cleaned_data))
        return redirect("setup")
    return render(request, "setup/school.html", {"form": form})


@page(admits=access.keeps_people, answers=("GET", "POST"))
def change_school(request: Request) -> HttpResponse:
    """Change what the school says of itself, and lead to its other settings."""
    form = school_form(request.POST, find_school())
    if form.is_valid():
        describe_school(by=actor_of(request), at=request.at, description=Description(**form.cleaned_data))
        messages.success(request, _now("It is saved."))
        return redirect("school")
    return render(request, "setup/settings.html", {"form": form})
