"""Where is it set up that people sign in with a provider?"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import requests
from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from staffroom.rules import access
from staffroom.school.people.actions.providers import Connection, add_provider, remove_provider
from staffroom.school.people.models import Provider, ProviderKind
from staffroom.school.people.queries.providers import providers
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of

GOOGLE = "https://accounts.google.com"
MICROSOFT = "https://login.microsoftonline.com/{}/v2.0"
SHARED_DIRECTORIES = {"common", "organizations", "consumers"}
WELL_KNOWN = "/.well-known/openid-configuration"
PATIENCE = 10  # seconds
THIS_MACHINE = {"localhost", "127.0.0.1"}


class ProviderForm(forms.Form):
    """What a provider needs to know, and what it told the school."""

    kind = forms.ChoiceField(
        label=_("Provider"),
        choices=[
            (ProviderKind.GOOGLE.value, _("Google Workspace")),
            (ProviderKind.MICROSOFT.value, _("Microsoft 365")),
            (ProviderKind.OTHER.value, _("Another, by OpenID Connect")),
        ],
        widget=forms.RadioSelect,
    )
    issuer = forms.CharField(
        label=_("Directory or address"),
        help_text=_(
            "For Microsoft the directory ID of the school. For another provider the address under which it "
            "describes itself. For Google leave it empty."
        ),
        required=False,
    )
    name = forms.CharField(
        label=_("Name on the button"),
        help_text=_("Only for another provider, such as the name of your trust’s portal."),
        max_length=40,
        required=False,
    )
    client_id = forms.CharField(label=_("Client ID"), max_length=200)
    secret = forms.CharField(
        label=_("Client secret"),
        help_text=_("It is kept in a file that only Staffroom can read, and never shown again."),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        """See that the provider is there and describes itself."""
        given: dict[str, Any] = super().clean() or {}
        issuer = _issuer_of(given.get("kind", ""), given.get("issuer", "").strip().rstrip("/"))
        if self.errors:
            return given
        if issuer is None:
            self.add_error(
                "issuer", _("Enter the school’s own directory, or an address that begins with https.")
            )
            return given
        origins = _origins_of(issuer)
        if origins is None:
            self.add_error(
                "issuer", _("Nothing at this address describes a provider. Check it, and try again.")
            )
        return given | {"issuer": issuer, "origins": origins}


def _issuer_of(kind: str, given: str) -> str | None:
    if kind == ProviderKind.GOOGLE:
        return GOOGLE
    if kind == ProviderKind.MICROSOFT:
        is_own = bool(given) and given not in SHARED_DIRECTORIES and "/" not in given
        return MICROSOFT.format(given) if is_own else None
    parts = urlsplit(given)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in THIS_MACHINE)
    return given if is_safe and parts.hostname else None


def _origins_of(issuer: str) -> tuple[str, ...] | None:
    """Ask a provider where its sign-in page is; None where it does not say."""
    try:
        answer = requests.get(issuer + WELL_KNOWN, timeout=PATIENCE, allow_redirects=False)
        parts = urlsplit(answer.json()["authorization_endpoint"])
    except (requests.RequestException, ValueError, KeyError, TypeError):
        return None
    return (f"{parts.scheme}://{parts.netloc}",) if parts.netloc else None


def _connection(given: dict[str, Any]) -> Connection:
    kind = ProviderKind(given["kind"])
    names = {ProviderKind.GOOGLE: "Google", ProviderKind.MICROSOFT: "Microsoft"}
    name = names.get(kind) or given["name"] or urlsplit(given["issuer"]).hostname or ""
    return Connection(kind, name, given["issuer"], given["client_id"], given["secret"], given["origins"])


@page(admits=access.keeps_people, answers=("GET", "POST"))
def show_providers(request: Request) -> HttpResponse:
    """Show with which providers people sign in, and add one."""
    form = ProviderForm(request.POST or None)
    if form.is_valid():
        connection = _connection(form.cleaned_data)
        add_provider(by=actor_of(request), at=request.at, connection=connection, folder=settings.FOLDER)
        messages.success(request, _now("People can sign in with %(name)s.") % {"name": connection.name})
        return redirect("providers")
    shown = {"form": form, "providers": providers(), "addresses": _addresses(request)}
    return render(request, "account/providers.html", shown)


def _addresses(request: Request) -> list[tuple[str, str]]:
    """Return what each kind of provider has to be told: to where it sends people back."""
    return [
        (
            kind.label,
            request.build_absolute_uri(
                reverse("openid_connect_callback", kwargs={"provider_id": kind.value})
            ),
        )
        for kind in ProviderKind
    ]


@page(admits=access.keeps_people, answers=("POST",))
def end_provider(request: Request, kind: str) -> HttpResponse:
    """End signing in with a provider."""
    found = Provider.objects.filter(kind=kind).first()
    if found is None:
        raise Http404
    remove_provider(by=actor_of(request), at=request.at, provider=found, folder=settings.FOLDER)
    messages.success(request, _now("Nobody signs in with %(name)s any more.") % {"name": found.name})
    return redirect("providers")
