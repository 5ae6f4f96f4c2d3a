"""Who is the first administrator?"""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django import forms
from django.contrib.auth import password_validation
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from staffroom.school.people.actions.school import AlreadyBegunError, make_first_administrator
from staffroom.school.people.models import User
from staffroom.web.account.forms import EMAIL, LONG_ENOUGH
from staffroom.web.requests import Request
from staffroom.web.setup.admission import WITH_TOKEN, setting_up


class AdministratorForm(forms.Form):
    """The first person, and how they sign in."""

    given_name = forms.CharField(label=_("First name"), max_length=80)
    family_name = forms.CharField(label=_("Last name"), max_length=80)
    email = forms.EmailField(label=EMAIL, help_text=_("You sign in with it."))
    password = forms.CharField(
        label=_("Password"),
        help_text=LONG_ENOUGH,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        """See that the password is long enough and not among those that everybody tries first."""
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password, User(email=self.cleaned_data.get("email", "")))
        return password


@setting_up(answers=("GET", "POST"))
def make_administrator(request: Request) -> HttpResponse:
    """Make the first administrator and sign them in; from here on the printed word opens nothing."""
    form = AdministratorForm(request.POST or None)
    if not form.is_valid():
        return render(request, "setup/administrator.html", {"form": form})
    try:
        user = make_first_administrator(at=request.at, **form.cleaned_data)
    except AlreadyBegunError:
        return redirect("setup")
    request.session.pop(WITH_TOKEN, None)
    perform_login(request, Login(user=user))
    record_authentication(request, user, "password", reauthenticated=True)
    return redirect("setup")
