"""How is recorded that somebody acknowledged on paper, or need not?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from staffroom.rules import access
from staffroom.rules.acknowledging import decide_recording
from staffroom.school.policies.actions.answering import LARGEST_SCAN, Paper, exempt, record_paper
from staffroom.school.policies.models import Asked
from staffroom.web.pages import page, permit
from staffroom.web.policies.answer_forms import ExemptForm, PaperForm
from staffroom.web.policies.answers import is_done
from staffroom.web.policies.finding import asked_or_404
from staffroom.web.requests import Request, actor_of


@page(admits=access.keeps_policy, answers=("GET", "POST"))
def record_on_paper(request: Request, ref: str) -> HttpResponse:
    """Record an acknowledgement on paper, with the scan of the signed sheet."""
    asked = _of_another(request, ref)
    form = PaperForm(request.POST or None, request.FILES or None)

    def save() -> None:
        assert request.person is not None
        said = form.cleaned_data
        paper = Paper(said["scan"].read(LARGEST_SCAN + 1), said["signed_on"])
        record_paper(by=actor_of(request), at=request.at, asked=asked, recorder=request.person, paper=paper)

    if request.method == "POST" and is_done(form, save):
        messages.success(request, _("It has been recorded, and the person is told."))
        return redirect("policy_people_asked", asked.campaign.ref)
    return render(request, "policies/paper.html", _shown(asked, form))


@page(admits=access.keeps_policy, answers=("GET", "POST"))
def exempt_person(request: Request, ref: str) -> HttpResponse:
    """Exempt somebody from acknowledging, with a reason that they can read."""
    asked = _of_another(request, ref)
    form = ExemptForm(request.POST or None)

    def save() -> None:
        assert request.person is not None
        reason = form.cleaned_data["reason"]
        exempt(by=actor_of(request), at=request.at, asked=asked, recorder=request.person, reason=reason)

    if request.method == "POST" and is_done(form, save):
        messages.success(request, _("It has been recorded, and the person is told."))
        return redirect("policy_people_asked", asked.campaign.ref)
    return render(request, "policies/exempt.html", _shown(asked, form))


def _of_another(request: Request, ref: str) -> Asked:
    asked = asked_or_404(ref)
    permit(decide_recording(request.viewer.ref if request.viewer else "", asked.person.ref))
    return asked


def _shown(asked: Asked, form: object) -> dict[str, object]:
    version = asked.campaign.version
    return {"asked": asked, "form": form, "version": version, "policy": version.policy}
