"""How is a policy added, and who answers for it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.school.audit.actions import About, record
from staffroom.school.people.models import Person
from staffroom.school.policies.acts import Act
from staffroom.school.policies.models import LinkedDocument, Policy
from staffroom.school.policies.refusals import NotDone

FEWEST_APPROVERS = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """What the school has decided about a policy."""

    title: str
    owner: Person | None
    governor: Person | None
    approving_posts: tuple[str, ...]
    days_to_read: int


@transaction.atomic
def add_policy(*, by: Actor, at: datetime, title: str) -> Policy:
    """Add a policy, still without a version."""
    policy = Policy.objects.create(title=title, made_at=at)
    record(by=by, at=at, act=Act.ADDED, about=About("policy", policy.ref), clause="GEN-4")
    return policy


@transaction.atomic
def change_policy(*, by: Actor, at: datetime, policy: Policy, settings: Settings) -> None:
    """Say who answers for a policy, which posts approve it, and how long people have to read it."""
    if len(set(settings.approving_posts)) < FEWEST_APPROVERS:
        raise NotDone(["A policy needs at least two posts that approve it."])
    policy.title = settings.title
    policy.owner, policy.governor = settings.owner, settings.governor
    policy.approving_posts = list(settings.approving_posts)
    policy.days_to_read = settings.days_to_read
    policy.save()
    record(by=by, at=at, act=Act.CHANGED, about=About("policy", policy.ref), clause="GEN-4")


@transaction.atomic
def link_document(
    *, by: Actor, at: datetime, policy: Policy, title: str, version: str = "", address: str = ""
) -> LinkedDocument:
    """Name another document that is read together with a policy."""
    link = LinkedDocument.objects.create(policy=policy, title=title, version=version, address=address)
    record(by=by, at=at, act=Act.LINKED, about=About("policy", policy.ref), clause="ABT-1")
    return link


@transaction.atomic
def unlink_document(*, by: Actor, at: datetime, policy: Policy, number: int) -> None:
    """Take a document out of those that are read together with a policy; nothing where it is gone already."""
    if policy.links.filter(pk=number).delete()[0]:
        record(by=by, at=at, act=Act.UNLINKED, about=About("policy", policy.ref), clause="ABT-1")
