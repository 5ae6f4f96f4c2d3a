"""How does a person take an address away?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from staffroom.rules import access
from staffroom.school.notices.actions.channels import remove_channel
from staffroom.school.notices.queries.own import channel_of
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of


@page(admits=access.anybody, answers=("GET", "POST"))
def remove_way(request: Request, ref: str) -> HttpResponse:
    """Ask whether an address is to be taken away, and do so."""
    assert request.person is not None
    channel = channel_of(request.person, ref)
    if channel is None:
        raise Http404
    if request.method == "POST":
        remove_channel(by=actor_of(request), at=request.at, channel=channel)
        messages.success(request, _("Nothing goes to this address any more."))
        return redirect("notices_ways")
    return render(request, "notices/remove_way.html", {"channel": channel})
