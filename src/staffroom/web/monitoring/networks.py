"""For whom are the school's ranges of addresses? No people are on this page."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.records.people import NetworkKind
from staffroom.rules import access
from staffroom.school.monitoring.actions.networks import add_network, remove_network
from staffroom.school.monitoring.models import SchoolNetwork
from staffroom.web.monitoring.doing import did
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of

KINDS = (
    (NetworkKind.STAFF.value, gettext_lazy("Staff: lines count")),
    (NetworkKind.PUPIL.value, gettext_lazy("Pupils: lines are left out at once")),
    (NetworkKind.GUEST.value, gettext_lazy("Guests: nobody is named by an address")),
    (NetworkKind.SHARED.value, gettext_lazy("Shared rooms: nobody is named by an address")),
)


class NetworkForm(forms.Form):
    """A range, and for whom it is."""

    addresses = forms.CharField(
        label=gettext_lazy("Range of addresses"),
        max_length=50,
        help_text=gettext_lazy(
            "For example 10.20.0.0/16. Of ranges inside each other, the narrowest counts."
        ),
    )
    kind = forms.ChoiceField(label=gettext_lazy("For whom it is"), choices=KINDS, widget=forms.RadioSelect)


@page(admits=access.keeps_network, answers=("GET", "POST"))
def show_networks(request: Request) -> HttpResponse:
    """List the ranges, and take another."""
    form = NetworkForm(request.POST or None)

    def act() -> None:
        given = form.cleaned_data
        kind = NetworkKind(given["kind"])
        add_network(by=actor_of(request), at=request.at, addresses=given["addresses"], kind=kind)

    if request.method == "POST" and form.is_valid() and did(form, act):
        messages.success(request, _("The range counts from the next reading on."))
        return redirect("networks")
    words = dict(KINDS)
    networks = [{"network": one, "kind": words[one.kind]} for one in SchoolNetwork.objects.all()]
    return render(request, "monitoring/networks.html", {"form": form, "networks": networks})


@page(admits=access.keeps_network, answers=("POST",))
def remove(request: Request, ref: str) -> HttpResponse:
    """Take a range out."""
    network = get_object_or_404(SchoolNetwork, ref=ref)
    remove_network(by=actor_of(request), at=request.at, network=network)
    messages.success(request, _("The range is no longer in the list."))
    return redirect("networks")
