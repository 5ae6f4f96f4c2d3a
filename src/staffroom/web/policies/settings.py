"""Who answers for a policy, who approves it, and what belongs to it?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from staffroom.rules import access
from staffroom.school.policies.actions.policies import (
    Settings,
    change_policy,
    link_document,
    unlink_document,
)
from staffroom.web.pages import page
from staffroom.web.policies.answers import do, is_done
from staffroom.web.policies.finding import policy_or_404
from staffroom.web.policies.forms import LinkForm, SettingsForm
from staffroom.web.requests import Request, actor_of, day_of


@page(admits=access.keeps_policy, answers=("GET", "POST"))
def change_settings(request: Request, ref: str) -> HttpResponse:
    """Change who answers for a policy and approves it."""
    policy = policy_or_404(ref)
    form = SettingsForm(request.POST or None, policy=policy, on=day_of(request))

    def change() -> None:
        said = form.cleaned_data
        settings = Settings(
            said["title"],
            said["owner"],
            said["governor"],
            tuple(said["approving_posts"]),
            said["days_to_read"],
        )
        change_policy(by=actor_of(request), at=request.at, policy=policy, settings=settings)

    if request.method == "POST" and is_done(form, change):
        messages.success(request, _("What you decided has been saved."))
        return redirect("policy", ref)
    return render(request, "policies/settings.html", {"form": form, "policy": policy})


@page(admits=access.keeps_policy, answers=("GET", "POST"))
def add_link(request: Request, ref: str) -> HttpResponse:
    """Name a document that is read together with a policy."""
    policy = policy_or_404(ref)
    form = LinkForm(request.POST or None)

    def link() -> None:
        link_document(by=actor_of(request), at=request.at, policy=policy, **form.cleaned_data)

    if request.method == "POST" and is_done(form, link):
        messages.success(request, _("The document now belongs to what people read."))
        return redirect("policy", ref)
    return render(request, "policies/link.html", {"form": form, "policy": policy})


@page(admits=access.keeps_policy, answers=("POST",))
def remove_link(request: Request, ref: str, number: int) -> HttpResponse:
    """Take a document out of what is read together with a policy."""
    policy = policy_or_404(ref)

    def unlink() -> None:
        unlink_document(by=actor_of(request), at=request.at, policy=policy, number=number)

    return do(request, unlink, _("The document no longer belongs to what people read."), "policy", ref)
