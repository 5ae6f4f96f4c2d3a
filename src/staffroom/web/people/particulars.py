"""How is a person added by hand, and what is written of them changed?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from staffroom.records.people import Standing
from staffroom.rules import access
from staffroom.school.people.actions import Particulars, add_person, change_person
from staffroom.school.people.models import Person
from staffroom.web.pages import page
from staffroom.web.people.asking import address_of, ask, find_person, tell
from staffroom.web.people.fields import DayField
from staffroom.web.people.words import STANDINGS
from staffroom.web.requests import Request, actor_of

NAMES = ("given_name", "family_name", "email", "phone", "job", "identifier", "since")
CODE_TAKEN = _("Somebody else has this code already.")


class ParticularsForm(forms.Form):
    """What is written of a person."""

    given_name = forms.CharField(label=_("Given name"), max_length=80)
    family_name = forms.CharField(label=_("Family name"), max_length=80)
    email = forms.EmailField(label=_("E-mail address at the school"), required=False, max_length=254)
    phone = forms.CharField(label=_("Phone"), required=False, max_length=30)
    job = forms.CharField(label=_("Job"), required=False, max_length=80)
    identifier = forms.CharField(
        label=_("Code"),
        required=False,
        max_length=100,
        help_text=_("The person's code in your own system. An import knows the person again by it."),
    )
    since = DayField(label=_("First day at the school"), required=False)

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if person is not None:
            self.initial.update({name: getattr(person, name) for name in NAMES})

    def clean_identifier(self) -> str:
        """Refuse a code that is somebody else's."""
        code: str = self.cleaned_data["identifier"]
        holder = Person.objects.filter(identifier=code).first() if code else None
        if holder is not None and holder != self.person:
            raise ValidationError(CODE_TAKEN)
        return code

    def clean_since(self) -> Any:
        """Refuse a first day after the last."""
        since = self.cleaned_data["since"]
        if since and self.person and self.person.until and since > self.person.until:
            raise ValidationError(_("The first day cannot be after the last."))
        return since

    def particulars(self) -> Particulars:
        """Return what was written."""
        return Particulars(**{name: self.cleaned_data[name] for name in NAMES})


class NewPersonForm(ParticularsForm):
    """What is written of somebody new, and their standings."""

    standings = forms.MultipleChoiceField(
        label=_("Standing"),
        choices=list(STANDINGS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Somebody may hold several, such as a governor who works at the school."),
    )


@page(admits=access.keeps_people, answers=("GET", "POST"))
def add(request: Request) -> HttpResponse:
    """Add a person by hand."""
    form = NewPersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        standings = [Standing(one) for one in form.cleaned_data["standings"]]
        person = add_person(
            by=actor_of(request), at=request.at, particulars=form.particulars(), standings=standings
        )
        said = _("%(name)s was added. If that was a mistake, say that they have left.")
        return tell(request, said % {"name": person.name}, reverse("person", args=(person.ref,)))
    return ask(request, form, title=_("Add a person"), button=_("Add"), back=reverse("people"))


@page(admits=access.keeps_people, answers=("GET", "POST"))
def change(request: Request, ref: str) -> HttpResponse:
    """Change what is written of a person."""
    person = find_person(request, ref)
    form = ParticularsForm(request.POST or None, person=person)
    back = address_of(request, person)
    if request.method == "POST" and form.is_valid():
        changed = change_person(
            by=actor_of(request), at=request.at, person=person, particulars=form.particulars()
        )
        return tell(request, _("The changes were kept.") if changed else _("Nothing was changed."), back)
    title = gettext("Change what is written of %(name)s") % {"name": person.name}
    return ask(request, form, title=title, button=_("Keep"), back=back)
