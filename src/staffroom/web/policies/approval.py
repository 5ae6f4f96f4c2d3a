"""Who has approved a version, and what does this approver say?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from staffroom.records.versions import VersionState
from staffroom.rules import access
from staffroom.school.policies.actions.approving import give_approval, refuse_approval
from staffroom.school.policies.models import Verdict, Version
from staffroom.school.policies.queries.changes import changes_in
from staffroom.school.policies.queries.versions import approvals_of
from staffroom.web.pages import page
from staffroom.web.policies.answer_forms import ApprovalForm
from staffroom.web.policies.answers import is_done
from staffroom.web.policies.finding import is_keeper, readable_version
from staffroom.web.policies.shown_text import show_text
from staffroom.web.requests import Request, actor_of


@page(admits=access.in_scope, answers=("GET", "POST"))
def show_approval(request: Request, ref: str) -> HttpResponse:
    """Show who has approved a version, and let an approver who is asked say what they decide."""
    version = readable_version(request, ref)
    approvals = approvals_of(version)
    waits = [
        one
        for one in approvals
        if one.person == request.person and one.round == version.round and one.verdict == Verdict.ASKED
    ]
    form = ApprovalForm(request.POST or None, initial={"text_hash": version.text_hash})
    if request.method == "POST" and is_done(form, lambda: _decide(request, version, form)):
        messages.success(request, _("Your decision has been saved."))
        return redirect("policy_version", ref) if is_keeper(request) else redirect("home")
    shown = {
        "version": version,
        "policy": version.policy,
        "text": show_text(version),
        "changes": changes_in(version),
        "approvals": approvals,
        "form": form if waits and version.state == VersionState.APPROVAL else None,
    }
    return render(request, "policies/approval.html", shown)


def _decide(request: Request, version: Version, form: ApprovalForm) -> None:
    assert request.person is not None
    by, at, said = actor_of(request), request.at, form.cleaned_data
    if said["decision"] == ApprovalForm.APPROVE:
        give_approval(by=by, at=at, version=version, person=request.person, text_hash=said["text_hash"])
    else:
        refuse_approval(by=by, at=at, version=version, person=request.person, reason=said["reason"])
