"""How is a new version begun?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from staffroom.readers.documents.document import LARGEST_FILE
from staffroom.records.versions import VersionState
from staffroom.rules import access
from staffroom.school.policies.actions.drafting import (
    draft_from_template,
    draft_from_version,
    import_version,
)
from staffroom.school.policies.models import Policy, Version
from staffroom.school.policies.queries.versions import versions_of
from staffroom.web.pages import page
from staffroom.web.policies.answers import is_done
from staffroom.web.policies.finding import policy_or_404
from staffroom.web.policies.forms import DraftForm
from staffroom.web.requests import Request, actor_of


@page(admits=access.keeps_policy, answers=("GET", "POST"))
def start_draft(request: Request, ref: str) -> HttpResponse:
    """Begin a new version from the words in force, from a file or from the template."""
    policy = policy_or_404(ref)
    in_force = next((one for one in versions_of(policy) if one.state == VersionState.IN_FORCE), None)
    form = DraftForm(request.POST or None, request.FILES or None, has_version=in_force is not None)
    made: list[Version] = []
    if request.method == "POST" and is_done(
        form, lambda: made.append(_start(request, policy, in_force, form))
    ):
        return redirect("policy_found" if made[0].source_hash else "policy_version", made[0].ref)
    return render(request, "policies/draft.html", {"form": form, "policy": policy})


def _start(request: Request, policy: Policy, in_force: Version | None, form: DraftForm) -> Version:
    by, at, source = actor_of(request), request.at, form.cleaned_data["source"]
    if source == DraftForm.FROM_FILE:
        file = form.cleaned_data["file"]
        return import_version(
            by=by, at=at, policy=policy, content=file.read(LARGEST_FILE + 1), name=file.name
        )
    if source == DraftForm.FROM_VERSION and in_force is not None:
        return draft_from_version(by=by, at=at, version=in_force)
    return draft_from_template(by=by, at=at, policy=policy)
