"""Which lists of services does the school load beside the catalogue?"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.rules import access
from staffroom.school.monitoring.actions.lists import load_list, remove_list
from staffroom.school.monitoring.models import DomainList
from staffroom.school.monitoring.queries.register import domain_lists
from staffroom.web.monitoring.doing import did
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of

LARGEST: Final = 20_000_000


class ListForm(forms.Form):
    """A name and a file."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=60,
        help_text=gettext_lazy("Reports call it so. A list of the same name is replaced."),
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "One domain a line (UT1), a hosts file, an AdGuard filter or a dnsmasq configuration; at most "
            "20 MB."
        ),
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too large to be read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(_("The file is larger than 20 MB. Choose a shorter one."))
        return file


@page(admits=access.keeps_network, answers=("GET", "POST"))
def show_lists(request: Request) -> HttpResponse:
    """Show the lists, and take another."""
    form = ListForm(request.POST or None, request.FILES or None)

    def act() -> None:
        content = form.cleaned_data["file"].read()
        load_list(by=actor_of(request), at=request.at, name=form.cleaned_data["name"], content=content)

    if request.method == "POST" and form.is_valid() and did(form, act):
        messages.success(request, _("The list counts from the next reading on."))
        return redirect("domain_lists")
    return render(request, "monitoring/domain_lists.html", {"form": form, "lists": domain_lists()})


@page(admits=access.keeps_network, answers=("POST",))
def remove(request: Request, ref: str) -> HttpResponse:
    """Take a list away."""
    remove_list(by=actor_of(request), at=request.at, loaded=get_object_or_404(DomainList, ref=ref))
    messages.success(request, _("The list is gone. What was read by it stays."))
    return redirect("domain_lists")
