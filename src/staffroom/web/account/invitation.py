"""How does somebody who was invited make their sign-in?

The code goes from the address into the session at once, so that it stays in no history and no log.
"""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django import forms
from django.contrib.auth import password_validation
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from staffroom.school.people.actions.invitations import (
    AddressTakenError,
    accept_invitation,
    begin_without_password,
)
from staffroom.school.people.models import Invitation, User
from staffroom.school.people.queries.invitations import invitation_by_ref, open_invitation_of
from staffroom.web.account.forms import EMAIL, LONG_ENOUGH
from staffroom.web.account.providers import offer_providers
from staffroom.web.pages import page
from staffroom.web.requests import Request

HELD = "invitation"
PASSKEY = "passkey"
ENDED = _("This code does not work. It may be mistyped, used already, or older than fourteen days.")


class CodeForm(forms.Form):
    """The code of a letter."""

    code = forms.CharField(
        label=_("Code"),
        help_text=_("Four groups of four letters and digits. Hyphens and capitals do not matter."),
        max_length=40,
        widget=forms.TextInput(attrs={"width": "20", "autocomplete": "off", "spellcheck": "false"}),
    )


class AcceptForm(forms.Form):
    """How somebody wants to sign in from now on. The address is asked for only where the school has none."""

    email = forms.EmailField(label=EMAIL, help_text=_("You sign in with it."))
    password = forms.CharField(
        label=_("Password"),
        help_text=LONG_ENOUGH,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, invitation: Invitation, with_password: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation
        if invitation.person.email:
            del self.fields["email"]
        self.fields["password"].required = with_password

    def clean_password(self) -> str:
        """See that the password is long enough and not among those that everybody tries first."""
        password: str = self.cleaned_data["password"]
        if password:
            person = self.invitation.person
            password_validation.validate_password(password, User(email=person.email, person=person))
        return password


@page(admits=None)
def follow_invitation(request: Request, code: str) -> HttpResponse:
    """Take the code of a link out of the address, and go on."""
    found = open_invitation_of(code, at=request.at)
    if found is None:
        return render(request, "account/invitation_ended.html", status=410)
    request.session[HELD] = found.ref
    return redirect("invitation")


@page(admits=None, answers=("GET", "POST"))
def show_invitation(request: Request) -> HttpResponse:
    """Let somebody who was invited choose how they sign in; ask for the code of their letter first."""
    invitation = invitation_by_ref(request.session.get(HELD, ""), at=request.at)
    if invitation is None:
        return _ask_for_code(request)
    if request.method != "POST":
        return _show(request, AcceptForm(invitation=invitation))
    form = AcceptForm(request.POST, invitation=invitation, with_password=request.POST.get("way") != PASSKEY)
    return _accept(request, form) if form.is_valid() else _show(request, form)


def _show(request: Request, form: AcceptForm) -> HttpResponse:
    shown = {"form": form, "invitation": form.invitation, "providers": offer_providers()}
    return render(request, "account/invitation.html", shown)


def _ask_for_code(request: Request) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if form.is_valid():
        found = open_invitation_of(form.cleaned_data["code"], at=request.at)
        if found is not None:
            request.session[HELD] = found.ref
            return redirect("invitation")
        form.add_error("code", ENDED)
    return render(request, "account/invitation_code.html", {"form": form})


def _accept(request: Request, form: AcceptForm) -> HttpResponse:
    email, password = form.cleaned_data.get("email", ""), form.cleaned_data["password"]
    try:
        if password:
            user = accept_invitation(
                at=request.at, invitation=form.invitation, email=email, password=password
            )
        else:
            user = begin_without_password(at=request.at, invitation=form.invitation, email=email)
    except AddressTakenError:
        form.add_error(None, _("Another sign-in has this address. Ask the office."))
        return _show(request, form)
    answer: HttpResponse = perform_login(request, Login(user=user))
    # Whoever has just chosen the password need not show it again to add a second proof.
    record_authentication(request, user, "password" if password else HELD, reauthenticated=True)
    request.session.pop(HELD, None)
    if not password:
        return redirect("mfa_add_webauthn")
    return answer
