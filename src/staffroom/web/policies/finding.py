"""Which policy, version or campaign is a page about, and may this person see it?"""

from __future__ import annotations

from typing import TypeVar

from django.http import Http404

from staffroom.records.versions import VersionState
from staffroom.rules.access import keeps_policy
from staffroom.rules.version_flow import decide_edit, decide_view
from staffroom.school.policies.models import Acknowledgement, Asked, Campaign, Policy, Version
from staffroom.school.policies.queries.campaigns import find_asked, find_campaign
from staffroom.school.policies.queries.reading import find_answer
from staffroom.school.policies.queries.versions import find_policy, find_version, is_asked_to_approve
from staffroom.web.pages import permit
from staffroom.web.requests import Request

Found = TypeVar("Found")


def policy_or_404(ref: str) -> Policy:
    """Return the policy of a reference. Raises Http404 where there is none."""
    return _found(find_policy(ref))


def version_or_404(ref: str) -> Version:
    """Return the version of a reference. Raises Http404 where there is none."""
    return _found(find_version(ref))


def campaign_or_404(ref: str) -> Campaign:
    """Return the campaign of a reference. Raises Http404 where there is none."""
    return _found(find_campaign(ref))


def asked_or_404(ref: str) -> Asked:
    """Return one person's place in a campaign. Raises Http404 where there is none."""
    return _found(find_asked(ref))


def answer_or_404(ref: str) -> Acknowledgement:
    """Return the acknowledgement of a reference. Raises Http404 where there is none."""
    return _found(find_answer(ref))


def readable_version(request: Request, ref: str) -> Version:
    """Return a version that this person may read. Raises Http404, or Refused with the reason."""
    version = version_or_404(ref)
    state = VersionState(version.state)
    keeps = is_keeper(request)
    is_asked = state is VersionState.APPROVAL and not keeps and is_asked_to_approve(version, request.person)
    permit(decide_view(state, keeps_it=keeps, is_asked=is_asked))
    return version


def editable_version(ref: str) -> Version:
    """Return a version whose text is not locked. Raises Http404, or Refused with the reason."""
    version = version_or_404(ref)
    permit(decide_edit(VersionState(version.state)))
    return version


def is_keeper(request: Request) -> bool:
    """Say whether the person who is looking keeps the policy."""
    return request.viewer is not None and keeps_policy(request.viewer).allowed


def _found(thing: Found | None) -> Found:
    if thing is None:
        raise Http404
    return thing
