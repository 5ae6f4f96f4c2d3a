"""How does a version go from draft to force, and out of it again?"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from staffroom.policy.clause import Binds
from staffroom.records.actors import Actor
from staffroom.records.versions import Step, VersionState
from staffroom.rules.publishing import blocks_adoption, blocks_force
from staffroom.school.audit.actions import About, record
from staffroom.school.policies.actions.approving import void_approvals
from staffroom.school.policies.actions.campaigns import begin_campaign, end_campaigns
from staffroom.school.policies.actions.drafting import require_no_other_open
from staffroom.school.policies.acts import Act
from staffroom.school.policies.models import Cause, Version
from staffroom.school.policies.queries.readiness import readiness_of
from staffroom.school.policies.refusals import NotDone, require
from staffroom.school.policies.states import day_of, hold, move, state_of


@transaction.atomic
def consult(*, by: Actor, at: datetime, version: Version, until: date) -> Version:
    """Open a draft to comments of everybody whom the policy binds, up to and including a day."""
    held = hold(version)
    if until <= day_of(at):
        raise NotDone(["Give people at least until tomorrow."])
    move(held, Step.CONSULT)
    held.consulted_until, held.was_consulted = until, True
    return _moved(by, at, held)


@transaction.atomic
def bring_into_force(*, by: Actor, at: datetime, version: Version) -> Version:
    """Bring an approved version into force in place of the one before, and ask those who must read it."""
    held = hold(version)
    move(held, Step.BRING_IN)
    require(*blocks_force(readiness_of(held, on=day_of(at)), day_of(at)))
    return _enter_force(by, at, held)


@transaction.atomic
def adopt(*, by: Actor, at: datetime, version: Version) -> Version:
    """Take a text that was approved on paper as the one in force, even with its review overdue."""
    held = hold(version)
    move(held, Step.ADOPT)
    require(
        *blocks_adoption(
            readiness_of(held, on=day_of(at)),
            is_as_imported=bool(held.source_hash) and held.source_hash == held.text_hash,
            is_approved_on_paper=bool(held.approved and held.approved_by),
        )
    )
    if held.before is not None:
        raise NotDone(["A version is in force already. A new one needs approval here."])
    return _enter_force(by, at, held)


@transaction.atomic
def withdraw(*, by: Actor, at: datetime, version: Version) -> Version:
    """Withdraw a version that is not in force; it can be opened again."""
    held = hold(version)
    move(held, Step.WITHDRAW)
    held.ended_at = at
    void_approvals(by=by, at=at, version=held)
    return _moved(by, at, held)


@transaction.atomic
def reopen(*, by: Actor, at: datetime, version: Version) -> Version:
    """Make a withdrawn version, or one in consultation, a draft again."""
    held = hold(version)
    if state_of(held) is VersionState.WITHDRAWN:
        require_no_other_open(held.policy)
    move(held, Step.REOPEN)
    held.ended_at = None
    return _moved(by, at, held)


@transaction.atomic
def take_back(*, by: Actor, at: datetime, version: Version) -> Version:
    """Make a version that waits for approval a draft again; what was approved so far is void."""
    held = hold(version)
    move(held, Step.SEND_BACK)
    void_approvals(by=by, at=at, version=held)
    return _moved(by, at, held)


def _enter_force(by: Actor, at: datetime, version: Version) -> Version:
    before = version.policy.versions.filter(state=VersionState.IN_FORCE.value).first()
    if before is not None:
        move(before, Step.SUPERSEDE)
        before.ended_at = at
        _moved(by, at, before)
        end_campaigns(by=by, at=at, version=before)
    version.in_force_at = at
    _moved(by, at, version)
    cause = Cause.FIRST if before is None else Cause.CHANGED
    changed = None if before is None else _changed(version)
    begin_campaign(by=by, at=at, version=version, cause=cause, changed=changed)
    return version


def _changed(version: Version) -> frozenset[Binds]:
    """Return whom the material changes of a version bind."""
    found = version.markings.filter(is_material=True).values_list("binds", flat=True)
    return frozenset(Binds(one) for one in found)


def _moved(by: Actor, at: datetime, version: Version) -> Version:
    version.save()
    about = About("version", version.ref)
    record(by=by, at=at, act=Act.MOVED, about=about, clause="GEN-4", figures={"to": version.state})
    return version
