"""How is monitoring switched on or off: one person asks, a second confirms?"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from staffroom.policy.keeping import keeps
from staffroom.records.actors import Actor
from staffroom.records.decisions import Decision
from staffroom.rules.access import governs_monitoring
from staffroom.rules.monitoring_gate import CLAUSE, may_confirm
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.actions.notice import publish_notice
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import Settlement, SwitchRequest
from staffroom.school.monitoring.queries.safeguards import acting_person, gate_now, switch, waiting_switch
from staffroom.school.monitoring.refusals import NotAccepted, require, require_words
from staffroom.school.people.queries import viewer_of


@keeps("MON-1")
@transaction.atomic
def ask_to_switch(*, by: Actor, at: datetime, is_on: bool, reason: str) -> SwitchRequest:
    """Ask that monitoring be switched on or off; a second person confirms it.

    While a request to switch off waits, no log is read. Raises NotPermitted while something that is needed
    is not on record.
    """
    day, asker = timezone.localdate(at), acting_person(by)
    require(governs_monitoring(viewer_of(asker, on=day)))
    if is_on:
        require(gate_now(on=day))
    words = require_words(reason, "reason", "Say why.")
    if waiting_switch() is not None:
        raise NotAccepted("A request is waiting already. Settle it first.")
    if switch().is_on == is_on:
        raise NotAccepted("Monitoring is switched that way already.")
    asked = SwitchRequest.objects.create(is_on=is_on, reason=words, asked_by=asker, asked_at=at)
    _write_down(Act.SWITCH_ASKED, by, at, asked)
    return asked


@keeps("MON-1")
@transaction.atomic
def confirm_switch(*, by: Actor, at: datetime, asked: SwitchRequest) -> SwitchRequest:
    """Confirm what somebody else has asked for; from now on monitoring is switched that way.

    Raises NotPermitted where the two are not two, or something that is needed is not on record.
    """
    day, second = timezone.localdate(at), acting_person(by)
    require(_is_waiting(asked))
    require(may_confirm(viewer_of(asked.asked_by, on=day), viewer_of(second, on=day)))
    if asked.is_on:
        require(gate_now(on=day))
    _settle(asked, Settlement.CONFIRMED, by, at)
    _write_down(Act.SWITCH_CONFIRMED, by, at, asked)
    publish_notice(by=by, at=at)
    return asked


@transaction.atomic
def take_back_switch(*, by: Actor, at: datetime, asked: SwitchRequest) -> SwitchRequest:
    """Take a request back, or refuse it: monitoring stays as it was."""
    require(governs_monitoring(viewer_of(acting_person(by), on=timezone.localdate(at))))
    require(_is_waiting(asked))
    _settle(asked, Settlement.TAKEN_BACK, by, at)
    _write_down(Act.SWITCH_TAKEN_BACK, by, at, asked)
    return asked


def _settle(asked: SwitchRequest, settlement: Settlement, by: Actor, at: datetime) -> None:
    asked.settlement, asked.settled_by, asked.settled_at = settlement, acting_person(by), at
    asked.save(update_fields=["settlement", "settled_by", "settled_at"])


def _is_waiting(asked: SwitchRequest) -> Decision:
    is_waiting = asked.settlement == Settlement.WAITING
    return Decision(is_waiting, CLAUSE, "This request has been settled already.")


def _write_down(act: Act, by: Actor, at: datetime, asked: SwitchRequest) -> None:
    about = About("switch", asked.ref)
    record(by=by, at=at, act=act, about=about, clause=CLAUSE, figures={"on": asked.is_on})
