"""What is there of one policy: who answers for it, its versions, what belongs to it?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.records.versions import VersionState
from staffroom.rules import access
from staffroom.rules.review import judge_review
from staffroom.rules.version_flow import EVERYBODY_READS
from staffroom.school.policies.queries.campaigns import campaigns_of
from staffroom.school.policies.queries.versions import versions_of
from staffroom.school.policies.texts import say_date
from staffroom.web.pages import page
from staffroom.web.policies.finding import is_keeper, policy_or_404
from staffroom.web.requests import Request, day_of


@page(admits=access.in_scope)
def show_policy(request: Request, ref: str) -> HttpResponse:
    """Show one policy with its versions; drafts only to those who keep it."""
    policy, keeps = policy_or_404(ref), is_keeper(request)
    versions = [one for one in versions_of(policy) if keeps or VersionState(one.state) in EVERYBODY_READS]
    in_force = next((one for one in versions if one.state == VersionState.IN_FORCE), None)
    sees_counts = request.viewer is not None and access.sees_counts(request.viewer).allowed
    shown = {
        "policy": policy,
        "versions": versions,
        "in_force": in_force,
        "review": in_force and judge_review(in_force.review_last_day, day_of(request)),
        "review_by": in_force and say_date(in_force.review_by),
        "links": list(policy.links.all()),
        "campaigns": campaigns_of(policy) if keeps or sees_counts else [],
        "keeps": keeps,
    }
    return render(request, "policies/policy.html", shown)
