"""How do people sign in with a provider, such as Google or Microsoft?

Only those sign in whom the school knows: nobody signs up. A provider's word for an address counts where it
says that it has verified it, or where the provider is the school's own directory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from staffroom.school.people.actions.providers import begin_with_provider, read_secret
from staffroom.school.people.models import Provider, ProviderKind
from staffroom.school.people.queries.providers import person_at, providers
from staffroom.web.requests import day_of

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Offered:
    """A provider as the sign-in page shows it."""

    name: str
    address: str


def offer_providers() -> list[Offered]:
    """Return the providers that people may sign in with."""
    return [
        Offered(one.name, reverse("openid_connect_login", kwargs={"provider_id": one.kind}))
        for one in providers()
    ]


def vouched_address(kind: str, claims: Mapping[str, Any]) -> str:
    """Return the address that a provider vouches for; an empty one where it does not.

    Microsoft says of no address that it is verified. It is set up for the school's own directory only, where
    nobody but the school gives addresses.
    """
    if kind == ProviderKind.MICROSOFT:
        return str(claims.get("email") or claims.get("preferred_username") or "")
    return str(claims.get("email", "")) if claims.get("email_verified") in (True, "true") else ""


class SchoolProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Finds the school's providers, and the people whom they vouch for."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Say that signing up is closed."""
        return False

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Return the school's providers as the library knows such."""
        return [
            _as_app(one)
            for one in providers()
            if provider in (None, "openid_connect", one.kind) and client_id in (None, one.client_id)
        ]

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Sign in the person to whom the vouched address belongs; say so where that is nobody."""
        if sociallogin.is_existing:
            return
        kind = sociallogin.account.provider
        claims = _claims_of(sociallogin)
        seen: Any = request
        person = person_at(vouched_address(kind, claims), on=day_of(seen))
        if person is None:
            raise ImmediateHttpResponse(render(request, "socialaccount/not_known.html", status=403))
        user = begin_with_provider(at=seen.at, person=person, kind=kind)
        sociallogin.account.extra_data = {}
        sociallogin.connect(request, user)


def _claims_of(sociallogin: SocialLogin) -> dict[str, Any]:
    data: dict[str, Any] = sociallogin.account.extra_data
    return {**data.get("id_token", {}), **data.get("userinfo", {})} or data


def _as_app(provider: Provider) -> SocialApp:
    return SocialApp(
        provider="openid_connect",
        provider_id=provider.kind,
        name=provider.name,
        client_id=provider.client_id,
        secret=read_secret(settings.FOLDER, provider.kind),
        settings={"server_url": provider.issuer, "oauth_pkce_enabled": True},
    )


def leads_to_providers(view: View) -> View:
    """Let the forms of a page lead to the providers, which its policy forbids otherwise."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        origins = sorted({origin for one in providers() for origin in one.origins.split()})
        if origins:
            response._csp_update = {"form-action": origins}  # type: ignore[attr-defined]
        return response

    return answer


def survives_silence(view: View) -> View:
    """Say so in words where a provider does not answer."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (requests.RequestException, KeyError, ValueError):
            return render(request, "socialaccount/authentication_error.html", status=502)

    return answer
