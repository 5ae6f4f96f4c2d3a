"""Under which names does the network know a person?"""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from staffroom.rules import access
from staffroom.rules.accounts import account_names
from staffroom.school.people.actions import add_account, remove_account
from staffroom.school.people.models import NetworkAccount
from staffroom.web.pages import page
from staffroom.web.people.asking import address_of, ask, find_person, tell
from staffroom.web.requests import Request, actor_of

LEAD = _("Logs know people by these names. Without one, nothing in a log is joined to the person.")


class AccountForm(forms.Form):
    """A name."""

    name = forms.CharField(
        label=_("Account"),
        max_length=100,
        help_text=_("As the person signs in to a computer, for example bwood."),
        widget=forms.TextInput(attrs={"width": "20", "autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_name(self) -> str:
        """Refuse what is no person's account."""
        name: str = self.cleaned_data["name"]
        if not account_names(name):
            raise ValidationError(_("This is the account of a machine or a service, not of a person."))
        return name


@page(admits=access.keeps_people, answers=("GET", "POST"))
def add_an_account(request: Request, ref: str) -> HttpResponse:
    """Add a network account."""
    person = find_person(request, ref)
    back = address_of(request, person)
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_account(by=actor_of(request), at=request.at, person=person, name=form.cleaned_data["name"])
        return tell(request, _("The account was added. It can be removed again below."), back)
    title = _("Add a network account")
    return ask(request, form, title=title, button=_("Add"), back=back, lead=LEAD, caption=person.name)


@page(admits=access.keeps_people, answers=("POST",))
def remove_an_account(request: Request, ref: str) -> HttpResponse:
    """Remove a network account."""
    person = find_person(request, ref)
    chosen = request.POST.get("account", "")
    found = get_object_or_404(NetworkAccount, person=person, pk=int(chosen) if chosen.isdecimal() else 0)
    remove_account(by=actor_of(request), at=request.at, account=found)
    return tell(request, _("The account was removed. It can be added again."), address_of(request, person))
