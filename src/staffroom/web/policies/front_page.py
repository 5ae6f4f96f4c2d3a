"""How are the front page of a draft, and what is said beside its words, edited?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from staffroom.rules import access
from staffroom.rules.publishing import ESSENTIALS
from staffroom.school.policies.actions import editing
from staffroom.school.policies.texts import say_date
from staffroom.web.pages import page
from staffroom.web.policies.answers import is_done
from staffroom.web.policies.finding import editable_version
from staffroom.web.policies.forms import AboutForm, FrontForm
from staffroom.web.requests import Request, actor_of


@page(admits=access.keeps_policy, answers=("GET", "POST"))
def edit_front(request: Request, ref: str) -> HttpResponse:
    """Change the lines of the front page."""
    version = editable_version(ref)
    now = {
        "version": version.number,
        "issued": say_date(version.issued),
        "review_by": say_date(version.review_by),
        "owner": version.owner_words,
    }
    form = FrontForm(request.POST or None, initial=now)

    def save() -> None:
        editing.write_front(by=actor_of(request), at=request.at, version=version, values=form.cleaned_data)

    if request.method == "POST" and is_done(form, save):
        messages.success(request, _("The front page has been saved."))
        return redirect("policy_version", ref)
    shown = {"version": version, "policy": version.policy, "form": form, "title": _("The front page")}
    return render(request, "policies/edit_front.html", shown)


@page(admits=access.keeps_policy, answers=("GET", "POST"))
def edit_description(request: Request, ref: str) -> HttpResponse:
    """Change what is said about a draft: what changed, why nobody was consulted, what other documents say."""
    version = editable_version(ref)
    now = {"summary": version.summary, "not_consulted": version.not_consulted_because}
    now |= {AboutForm.name_of(one): version.elsewhere.get(one.name, "") for one in ESSENTIALS}
    form = AboutForm(request.POST or None, initial=now)

    def save() -> None:
        said = form.cleaned_data
        editing.describe(
            by=actor_of(request),
            at=request.at,
            version=version,
            summary=said["summary"],
            not_consulted=said["not_consulted"],
            elsewhere={one.name: said[AboutForm.name_of(one)] for one in ESSENTIALS},
        )

    if request.method == "POST" and is_done(form, save):
        messages.success(request, _("What you wrote has been saved."))
        return redirect("policy_version", ref)
    shown = {"version": version, "policy": version.policy, "form": form, "title": _("About this draft")}
    return render(request, "policies/edit_front.html", shown)
