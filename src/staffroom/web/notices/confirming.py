"""How does a person show that an address is theirs?"""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.rules import access
from staffroom.school.notices.actions.channels import confirm_channel
from staffroom.school.notices.queries.own import channel_of
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of


class CodeForm(forms.Form):
    """The code that was sent."""

    code = forms.CharField(
        label=gettext_lazy("The code"),
        max_length=20,
        help_text=gettext_lazy("Eight letters and digits."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false"}),
    )


@page(admits=access.anybody, answers=("GET", "POST"))
def confirm_way(request: Request, ref: str) -> HttpResponse:
    """Take the code; with it the address is used from now on."""
    assert request.person is not None
    channel = channel_of(request.person, ref)
    if channel is None:
        raise Http404
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        if confirm_channel(by=actor_of(request), at=request.at, channel=channel, code=code):
            messages.success(request, _("You are told at this address as well from now on."))
            return redirect("notices_ways")
        wrong = _("This is not the code, or it is too old. After five tries, add the address anew.")
        form.add_error("code", wrong)
    return render(request, "notices/confirm_way.html", {"form": form, "channel": channel})
