"""How does somebody who keeps the policy take a version a step further?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from staffroom.records.versions import Step
from staffroom.rules import access
from staffroom.school.policies.actions import approving, life
from staffroom.web.pages import page
from staffroom.web.policies.answers import do
from staffroom.web.policies.finding import version_or_404
from staffroom.web.policies.forms import ConsultForm
from staffroom.web.requests import Request, actor_of

Taken = Callable[..., object]

STEPS: Final[dict[str, tuple[Taken, Promise]]] = {
    Step.ASK.name.lower(): (
        approving.ask_approval,
        _("Every approver has been asked. An edit from now on starts approval again."),
    ),
    Step.BRING_IN.name.lower(): (
        life.bring_into_force,
        _("The version is in force. Everybody who must read it is being asked."),
    ),
    Step.ADOPT.name.lower(): (
        life.adopt,
        _("The published version is in force here too. Everybody is being asked to read it."),
    ),
    Step.WITHDRAW.name.lower(): (life.withdraw, _("The version has been withdrawn. You can open it again.")),
    Step.REOPEN.name.lower(): (life.reopen, _("The version is a draft again.")),
    Step.SEND_BACK.name.lower(): (
        life.take_back,
        _("The version is a draft again. What was approved so far no longer counts."),
    ),
}


@page(admits=access.keeps_policy, answers=("POST",))
def take_step(request: Request, ref: str) -> HttpResponse:
    """Take the step that a button names."""
    version = version_or_404(ref)
    named = STEPS.get(request.POST.get("step", ""))
    if named is None:
        messages.error(request, _("No such step can be taken."))
        return redirect("policy_version", ref)
    taken, done = named
    return do(
        request,
        lambda: taken(by=actor_of(request), at=request.at, version=version),
        done,
        "policy_version",
        ref,
    )


@page(admits=access.keeps_policy, answers=("POST",))
def begin_consultation(request: Request, ref: str) -> HttpResponse:
    """Open a draft to comments until a day."""
    version = version_or_404(ref)
    form = ConsultForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write the last day for comments, such as 27/3/2027."))
        return redirect("policy_version", ref)
    until = form.cleaned_data["until"]
    return do(
        request,
        lambda: life.consult(by=actor_of(request), at=request.at, version=version, until=until),
        _("Everybody whom the policy binds can comment on this draft now."),
        "policy_consultation",
        ref,
    )
