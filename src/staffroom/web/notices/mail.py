"""How does the school's mail go out?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from staffroom.notifiers.kinds.email import KIND as EMAIL
from staffroom.notifiers.mail_server import fault_of_server
from staffroom.notifiers.message import MailServer, Security
from staffroom.rules import access
from staffroom.school.notices.actions.mail import set_mail
from staffroom.school.notices.models import MailSettings
from staffroom.school.notices.queries.post import mail_settings
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of

SECURITY = (
    (Security.STARTTLS.value, _("STARTTLS (most servers, port 587)")),
    (Security.TLS.value, _("TLS from the beginning (port 465)")),
    (Security.NONE.value, _("None: for a server on this machine only")),
)
KEPT = ("host", "port", "security", "user", "sender", "sender_name", "may_reach_inside")


class MailForm(forms.Form):
    """The mail server. The password is never shown again; left empty, the one that is there stays."""

    host = forms.CharField(label=_("Mail server"), max_length=253, help_text=_("Such as mail.school.example"))
    port = forms.IntegerField(label=_("Port"), initial=587, min_value=1, max_value=65_535)
    security = forms.ChoiceField(
        label=_("How is the connection kept private?"),
        choices=SECURITY,
        initial=Security.STARTTLS.value,
        widget=forms.RadioSelect,
    )
    user = forms.CharField(
        label=_("User name (if the server asks for one)"), max_length=254, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip
    password = forms.CharField(
        label=_("Password"), required=False, strip=False,
        help_text=_("It is kept in a file that only this server can read. Left empty, it stays as it is."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    sender = forms.CharField(
        label=_("Mail comes from this address"), help_text=_("Such as staffroom@school.example")
    )
    sender_name = forms.CharField(
        label=_("and under this name"), max_length=120, required=False,
        help_text=_("Left empty, the school's name is taken."),
    )  # fmt: skip
    may_reach_inside = forms.BooleanField(
        label=_("Addresses that people add may lead into the school's own network"),
        required=False,
        help_text=_("Only where the school runs a chat or messaging server of its own."),
    )

    def clean_sender(self) -> str:
        """Look whether the sender is an address."""
        sender: str = self.cleaned_data["sender"]
        if fault := EMAIL.fault_of(sender):
            raise forms.ValidationError(gettext(fault))
        return sender

    def clean(self) -> dict[str, Any]:
        """Look whether the settings as a whole can be used."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and (fault := fault_of_server(self.server())):
            self.add_error(None, gettext(fault))
        return cleaned

    def server(self) -> MailServer:
        """Return the mail server that was described."""
        given = self.cleaned_data
        return MailServer(
            host=given["host"],
            port=given["port"],
            security=Security(given["security"]),
            user=given["user"],
            password=given["password"],
            sender=given["sender"],
            sender_name=given["sender_name"],
        )


@page(admits=access.keeps_mail, answers=("GET", "POST"))
def show_mail(request: Request) -> HttpResponse:
    """Show the school's mail settings, and take others."""
    kept = mail_settings()
    form = MailForm(request.POST or None, initial=_initial(kept))
    if request.method == "POST" and form.is_valid():
        set_mail(
            by=actor_of(request),
            at=request.at,
            server=form.server(),
            may_reach_inside=form.cleaned_data["may_reach_inside"],
            keeps_password=not form.cleaned_data["password"],
        )
        messages.success(request, gettext("The mail settings are kept. Send yourself a test."))
        return redirect("notices_mail")
    return render(request, "notices/mail.html", {"form": form, "is_set": kept is not None})


def _initial(kept: MailSettings | None) -> dict[str, Any]:
    return {name: getattr(kept, name) for name in KEPT} if kept else {}
