"""How is a policy added?"""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from staffroom.readers.documents.document import LARGEST_FILE
from staffroom.rules import access
from staffroom.school.policies.actions.drafting import draft_from_template, import_version
from staffroom.school.policies.actions.policies import add_policy
from staffroom.school.policies.models import Version
from staffroom.web.pages import page
from staffroom.web.policies.answers import is_done
from staffroom.web.policies.forms import AddForm
from staffroom.web.requests import Request, actor_of


@page(admits=access.keeps_policy, answers=("GET", "POST"))
def add(request: Request) -> HttpResponse:
    """Add a policy from the school's own published text, or from the template."""
    form = AddForm(request.POST or None, request.FILES or None)
    made: list[Version] = []
    if request.method == "POST" and is_done(form, lambda: made.append(_add(request, form))):
        return redirect("policy_found", made[0].ref)
    return render(request, "policies/add.html", {"form": form})


def _add(request: Request, form: AddForm) -> Version:
    """Add the policy with its first version, or neither."""
    by, at, file = actor_of(request), request.at, form.cleaned_data["file"]
    with transaction.atomic():
        policy = add_policy(by=by, at=at, title=form.cleaned_data["title"])
        if file is None:
            return draft_from_template(by=by, at=at, policy=policy)
        return import_version(
            by=by, at=at, policy=policy, content=file.read(LARGEST_FILE + 1), name=file.name or ""
        )
