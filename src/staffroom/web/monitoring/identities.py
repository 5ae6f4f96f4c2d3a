"""Where does the network write down who held which address? No people are on this page."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.rules import access
from staffroom.school.monitoring.actions.identities import add_identity_source, remove_identity_source
from staffroom.school.monitoring.models import IdentitySource
from staffroom.school.monitoring.queries.register import identity_sources
from staffroom.web.monitoring.doing import did
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of


class IdentitySourceForm(forms.Form):
    """Where leases or sign-ins lie."""

    title = forms.CharField(
        label=gettext_lazy("Name"), max_length=60, help_text=gettext_lazy("For example: DHCP server.")
    )
    place = forms.CharField(
        label=gettext_lazy("Place on the server"),
        max_length=400,
        help_text=gettext_lazy(
            "A file, a folder or a pattern. Leases of ISC dhcpd, dnsmasq, Windows and Zeek, RADIUS "
            "accounting and Windows sign-ins are recognised."
        ),
    )


@page(admits=access.keeps_network, answers=("GET", "POST"))
def show_identities(request: Request) -> HttpResponse:
    """List the places, with what came of the latest reading of each, and take another."""
    form = IdentitySourceForm(request.POST or None)

    def act() -> None:
        add_identity_source(by=actor_of(request), at=request.at, **form.cleaned_data)

    if request.method == "POST" and form.is_valid() and did(form, act):
        messages.success(request, _("The place is in the list. It is read before the logs are."))
        return redirect("identities")
    return render(request, "monitoring/identities.html", {"form": form, "sources": identity_sources()})


@page(admits=access.keeps_network, answers=("POST",))
def remove(request: Request, ref: str) -> HttpResponse:
    """Read a place no more."""
    source = get_object_or_404(IdentitySource, ref=ref)
    remove_identity_source(by=actor_of(request), at=request.at, source=source)
    messages.success(request, _("The place is not read any more."))
    return redirect("identities")
