"""What has changed since the version before, and which of it is material?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from staffroom.records.versions import VersionState
from staffroom.rules import access
from staffroom.rules.version_flow import EDITABLE
from staffroom.school.policies.actions.marking import mark_change
from staffroom.school.policies.queries.changes import changes_in
from staffroom.web.pages import page, permit
from staffroom.web.policies.answers import do
from staffroom.web.policies.finding import is_keeper, readable_version
from staffroom.web.requests import Request, actor_of


@page(admits=access.in_scope, answers=("GET", "POST"))
def show_changes(request: Request, ref: str) -> HttpResponse:
    """Show each changed clause with its words compared; who keeps the policy marks which are material."""
    version = readable_version(request, ref)
    keeps = is_keeper(request)
    if request.method == "POST":
        assert request.viewer is not None
        permit(access.keeps_policy(request.viewer))
        key, is_material = request.POST.get("key", ""), request.POST.get("material") == "yes"
        return do(
            request,
            lambda: mark_change(
                by=actor_of(request), at=request.at, version=version, key=key, is_material=is_material
            ),
            _("The mark has been saved."),
            "policy_changes",
            ref,
        )
    changes = changes_in(version)
    shown = {
        "version": version,
        "policy": version.policy,
        "changes": changes,
        "unmarked": sum(one.marking.is_material is None for one in changes),
        "can_mark": keeps and VersionState(version.state) in EDITABLE,
    }
    return render(request, "policies/changes.html", shown)
