"""What does one version say, how does it stand, and what can be done with it?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.records.decisions import Decision
from staffroom.records.versions import VersionState
from staffroom.rules import access
from staffroom.rules.publishing import blocks_adoption, blocks_approval, blocks_force
from staffroom.rules.review import judge_review
from staffroom.rules.version_flow import EDITABLE
from staffroom.school.policies.models import Version
from staffroom.school.policies.queries.bundles import bundle_for
from staffroom.school.policies.queries.readiness import readiness_of
from staffroom.school.policies.queries.reading import asked_about
from staffroom.school.policies.texts import say_date
from staffroom.web.pages import page
from staffroom.web.policies.finding import is_keeper, readable_version
from staffroom.web.policies.forms import ConsultForm
from staffroom.web.policies.shown_text import show_text
from staffroom.web.requests import Request, day_of

State = VersionState


@page(admits=access.anybody)
def show_version(request: Request, ref: str) -> HttpResponse:
    """Show a version with its words, and to those who keep it what comes next."""
    version = readable_version(request, ref)
    keeps = is_keeper(request)
    shown = {
        "version": version,
        "policy": version.policy,
        "text": show_text(version),
        "review": judge_review(version.review_last_day, day_of(request)),
        "review_by": say_date(version.review_by),
        "asked": asked_about(version, request.person) if version.state == State.IN_FORCE else None,
        "bundle": request.person and bundle_for(request.person, version, on=day_of(request)),
        "keeps": keeps,
        "is_editable": State(version.state) in EDITABLE,
    }
    return render(request, "policies/version.html", shown | (_next(request, version) if keeps else {}))


def _next(request: Request, version: Version) -> dict[str, Any]:
    """Return what a keeper needs to take the next step: what stands in its way."""
    day, state = day_of(request), State(version.state)
    ready = readiness_of(version, on=day)
    blocks: Sequence[Decision] = ()
    if state in (State.DRAFT, State.CONSULTATION):
        blocks = blocks_approval(ready, day)
    elif state is State.APPROVED:
        blocks = blocks_force(ready, day)
    may_adopt = state is State.DRAFT and bool(version.source_hash) and version.before is None
    is_as_imported = version.source_hash == version.text_hash
    is_approved = bool(version.approved and version.approved_by)
    return {
        "blocks": blocks,
        "may_adopt": may_adopt,
        "adoption_blocks": blocks_adoption(
            ready, is_as_imported=is_as_imported, is_approved_on_paper=is_approved
        )
        if may_adopt
        else (),
        "consult_form": ConsultForm() if state is State.DRAFT else None,
    }
