"""How does a person add an address of their own?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from staffroom.notifiers.notifier import CannotDeliver
from staffroom.notifiers.shelf import all_kinds, kind_named
from staffroom.rules import access
from staffroom.school.notices.actions.channels import MOST, add_channel, may_add
from staffroom.school.notices.models import Channel
from staffroom.web.notices.reasons import in_words
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of

ENOUGH = gettext_lazy("You have added as many addresses as there may be (%(most)d). Take one away first.")


class WayForm(forms.Form):
    """An address, and of which kind it is."""

    kind = forms.ChoiceField(label=_("What kind of address is it?"), widget=forms.RadioSelect)
    address = forms.CharField(
        label=_("The address"),
        max_length=500,
        help_text=_("A code goes there at once; you type it in on the next page."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(one.name, gettext(one.title)) for one in all_kinds()]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask the kind what is wrong with the address."""
        cleaned = super().clean() or self.cleaned_data
        kind = kind_named(cleaned.get("kind", ""))
        fault = kind.fault_of(cleaned["address"]) if kind and "address" in cleaned else ""
        if fault:
            self.add_error("address", gettext(fault))
        return cleaned


@page(admits=access.anybody, answers=("GET", "POST"))
def add_way(request: Request) -> HttpResponse:
    """Take an address, and send a code there."""
    form = WayForm(request.POST or None, initial={"kind": "email"})
    if request.method == "POST" and form.is_valid():
        channel = _added(request, form)
        if channel is not None:
            return redirect("notices_way_confirm", ref=channel.ref)
    return render(request, "notices/add_way.html", {"form": form})


def _added(request: Request, form: WayForm) -> Channel | None:
    """Add the address; where that is not possible the form says why."""
    person, kind = request.person, kind_named(form.cleaned_data["kind"])
    assert person is not None
    assert kind is not None
    if not may_add(person):
        form.add_error(None, ENOUGH % {"most": MOST})
        return None
    address = form.cleaned_data["address"]
    try:
        return add_channel(by=actor_of(request), at=request.at, person=person, kind=kind, address=address)
    except CannotDeliver as error:
        form.add_error("address", str(in_words(error.reason)))
        return None
