"""Which policies and versions are there?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from staffroom.records.versions import VersionState
from staffroom.rules.version_flow import OPEN
from staffroom.school.people.models import Person
from staffroom.school.policies.models import Approval, Policy, Verdict, Version

MOST_VERSIONS = 50  # of one policy, on one page
CURRENT = [VersionState.IN_FORCE.value, *(one.value for one in OPEN)]


@dataclass(frozen=True, slots=True)
class Listed:
    """A policy with the version in force and the one that is being worked on, where there are any."""

    policy: Policy
    in_force: Version | None
    open: Version | None


def list_policies() -> list[Listed]:
    """Return every policy with its current versions."""
    current = Prefetch("versions", Version.objects.filter(state__in=CURRENT), to_attr="current")
    return [_listed(one) for one in Policy.objects.prefetch_related(current)]


def find_policy(ref: str) -> Policy | None:
    """Return the policy of a reference, with those who answer for it."""
    return Policy.objects.select_related("owner", "governor").filter(ref=ref).first()


def find_version(ref: str) -> Version | None:
    """Return the version of a reference, with its policy and the version before it."""
    found = Version.objects.select_related("policy__owner", "policy__governor", "before")
    return found.filter(ref=ref).first()


def versions_of(policy: Policy) -> Sequence[Version]:
    """Return the versions of a policy, the newest first."""
    return list(policy.versions.all()[:MOST_VERSIONS])


def approvals_of(version: Version) -> Sequence[Approval]:
    """Return everybody who was asked to approve a version, the latest round first."""
    return list(version.approvals.select_related("person"))


def is_asked_to_approve(version: Version, person: Person | None) -> bool:
    """Say whether somebody is asked to approve a version now."""
    if person is None:
        return False
    asked = version.approvals.filter(round=version.round, person=person)
    return asked.exclude(verdict=Verdict.VOID).exists()


def approvals_waiting(person: Person) -> Sequence[Approval]:
    """Return the approvals that wait for somebody."""
    waiting = Approval.objects.filter(person=person, verdict=Verdict.ASKED)
    return list(waiting.select_related("version__policy"))


def in_consultation() -> Sequence[Version]:
    """Return the drafts that are open to comments."""
    found = Version.objects.filter(state=VersionState.CONSULTATION.value)
    return list(found.select_related("policy"))


def _listed(policy: Policy) -> Listed:
    current: list[Version] = policy.current  # type: ignore[attr-defined]
    in_force = next((one for one in current if one.state == VersionState.IN_FORCE), None)
    being_made = next((one for one in current if one.state != VersionState.IN_FORCE), None)
    return Listed(policy, in_force, being_made)
