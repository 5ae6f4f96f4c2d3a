"""What does the school say of a host that the catalogue does not, and why?"""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.records.services import Role
from staffroom.rules import access
from staffroom.rules.catalogue_overrides import UNLISTED
from staffroom.school.monitoring.actions.overrides import end_override, override_host
from staffroom.school.monitoring.models import CatalogueOverride
from staffroom.school.monitoring.queries.sources import overrides
from staffroom.web.monitoring.doing import did
from staffroom.web.monitoring.fields import service_choices, service_field, words_field
from staffroom.web.monitoring.words import titles
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of

ROLES = [
    (UNLISTED, gettext_lazy("Not listed: lines to it are not read")),
    (Role.INTERACTIVE.value, gettext_lazy("Pages that a person uses")),
    (Role.MEDIA.value, gettext_lazy("Pictures and video of those pages")),
    (Role.EMBED.value, gettext_lazy("Buttons and players in other pages")),
    (Role.TRACKING.value, gettext_lazy("Pixels and analytics")),
    (Role.BACKGROUND.value, gettext_lazy("What an app does by itself")),
    (Role.LOGIN.value, gettext_lazy("Sign-in")),
    (Role.SHORTENER.value, gettext_lazy("Short links")),
]


class OverrideForm(forms.Form):
    """A host, what it is for, and why the school says so."""

    host = forms.CharField(
        label=gettext_lazy("Host"),
        max_length=253,
        help_text=gettext_lazy("For example www.example.org, without https:// and path."),
    )
    role = forms.ChoiceField(label=gettext_lazy("What it is for"), choices=ROLES)
    service = service_field(
        label=gettext_lazy("Service"),
        required=False,
        help_text=gettext_lazy("Not needed for one that is not listed."),
    )
    reason = words_field(rows=3, label=gettext_lazy("Why"))

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["service"].choices = service_choices(with_every=False)  # type: ignore[attr-defined]


@page(admits=access.keeps_network, answers=("GET", "POST"))
def show_overrides(request: Request) -> HttpResponse:
    """List the school's word about hosts, and take another."""
    form = OverrideForm(request.POST or None)

    def act() -> None:
        given = form.cleaned_data
        names = ("host", "service", "role", "reason")
        override_host(by=actor_of(request), at=request.at, **{name: given[name] for name in names})

    if request.method == "POST" and form.is_valid() and did(form, act):
        messages.success(request, _("The school's word about this host holds from the next reading on."))
        return redirect("overrides")
    return render(request, "monitoring/overrides.html", {"form": form, "overrides": _drawn(overrides())})


@page(admits=access.keeps_network, answers=("POST",))
def end(request: Request, ref: str) -> HttpResponse:
    """Let the catalogue's own word hold again."""
    end_override(by=actor_of(request), at=request.at, override=get_object_or_404(CatalogueOverride, ref=ref))
    messages.success(request, _("The catalogue's own word holds again."))
    return redirect("overrides")


def _drawn(overrides: Sequence[CatalogueOverride]) -> list[dict[str, object]]:
    title_of, roles = titles(), dict(ROLES)
    return [
        {
            "override": one,
            "role": roles.get(one.role, one.role),
            "service": title_of(one.service) if one.service else "",
        }
        for one in overrides
    ]
