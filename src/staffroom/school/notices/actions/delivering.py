"""How do notices that wait go out, each of them once to each address?

The clock calls `deliver_waiting`. What is promised, also where processes race or break off, is in
`docs/decisions/notice-delivery.md`.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from staffroom.notifiers.notifier import OF_THE_SERVER, CannotDeliver, Notifier, Reason
from staffroom.notifiers.shelf import kind_named
from staffroom.records.actors import Actor
from staffroom.rules.deliveries import is_given_up, pause_after
from staffroom.school.audit.actions import About, record
from staffroom.school.notices.acts import Act
from staffroom.school.notices.claims import claim_notice, due_notices, renew_claim
from staffroom.school.notices.models import Delivery, Notice, Stage, State
from staffroom.school.notices.ways import EMAIL, Way, outgoing, ways_of
from staffroom.school.notices.wording import message_of

Clock = Callable[[], datetime]

MOST: Final = 2_000
LONGEST_ROUND: Final = timedelta(seconds=45)
MOST_BEGUN: Final = 2  # a sending that broke off is repeated once
SETTLED: Final[dict[str, Any]] = {"next_try_at": None, "claimed_by": "", "claimed_until": None}


def deliver_waiting(*, by: Actor, now: Clock, most: int = MOST) -> int:
    """Deliver the notices that are due, for 45 seconds at most, and return how many arrived.

    `now` is asked for the time again and again, because sending takes some.
    """
    round = Round(by, now)
    begun = now()
    for number in due_notices(at=begun, most=most):
        if now() - begun > LONGEST_ROUND:
            break
        notice = claim_notice(number=number, holder=round.holder, at=now())
        if notice is not None:
            round.deliver(notice)
    if round.has_mailed:
        bring_forward(at=now())
    return round.delivered


def bring_forward(*, at: datetime) -> int:
    """Let those that waited for a server that did not answer go as soon as it does; return how many."""
    reasons = [reason.value for reason in OF_THE_SERVER]
    waiting = Notice.objects.filter(state=State.WAITING, because__in=reasons, next_try_at__gt=at)
    return waiting.update(next_try_at=at)


class ClaimLost(Exception):
    """Another process has taken a notice over; this one must not touch it any more."""


class Round:
    """One round through what waits, by one process.

    A mail server that does not answer is asked once a round and not once a notice.
    """

    def __init__(self, by: Actor, now: Clock) -> None:
        self.holder = secrets.token_hex(12)
        self.delivered = 0
        self.has_mailed = False
        self._by = by
        self._now = now
        self._outgoing = outgoing()
        self._notifiers: dict[str, Notifier | None] = {}
        self._down: Reason | None = None

    def deliver(self, notice: Notice) -> None:
        """Deliver one notice that this process holds, and write down what came of it."""
        try:
            reason = self._stopped(notice)
            if reason is not None:
                self._settle(notice, State.REFUSED, reason.value)
                return
            known = {one.way: one for one in notice.deliveries.all()}
            ways = ways_of(notice.person)
            self._conclude(notice, [self._deliver_by(notice, way, known.get(way.name)) for way in ways])
        except ClaimLost:
            return

    def _stopped(self, notice: Notice) -> Reason | None:
        """Say why nobody need be asked at all."""
        last_day = notice.person.until
        if last_day is not None and last_day < self._now().date():
            return Reason.LEFT
        return None if ways_of(notice.person) else Reason.NO_ADDRESS

    def _deliver_by(self, notice: Notice, way: Way, known: Delivery | None) -> Delivery:
        delivery = known or Delivery(notice=notice, way=way.name)
        if delivery.stage in (Stage.DELIVERED, Stage.REFUSED):
            return delivery
        if delivery.begun >= MOST_BEGUN:
            return self._write(delivery, Stage.REFUSED, Reason.BROKEN_OFF)
        if way.kind == EMAIL and self._down is not None:
            return self._write(delivery, Stage.WAITING, self._down)
        return self._send(notice, way, delivery)

    def _send(self, notice: Notice, way: Way, delivery: Delivery) -> Delivery:
        if not renew_claim(notice=notice, holder=self.holder, at=self._now()):
            raise ClaimLost
        delivery.begun += 1
        self._write(delivery, Stage.SENDING)
        try:
            self._notifier(way.kind).deliver(message_of(notice, way))
        except CannotDeliver as error:
            if not renew_claim(notice=notice, holder=self.holder, at=self._now()):
                raise ClaimLost from None  # it took so long that another process has it, and knows better
            return self._put_off(notice, way, delivery, error)
        self.has_mailed = self.has_mailed or way.kind == EMAIL
        return self._write(delivery, Stage.DELIVERED)

    def _put_off(self, notice: Notice, way: Way, delivery: Delivery, error: CannotDeliver) -> Delivery:
        delivery.begun = 0
        if way.kind == EMAIL and error.reason in OF_THE_SERVER:
            self._down = error.reason
        if error.permanent:
            return self._write(delivery, Stage.REFUSED, error.reason)
        given_up = is_given_up(
            is_school_mail=way.is_school_mail, written_at=notice.written_at, at=self._now()
        )
        if given_up:
            return self._write(delivery, Stage.REFUSED, Reason.GIVEN_UP)
        return self._write(delivery, Stage.WAITING, error.reason)

    def _notifier(self, name: str) -> Notifier:
        if name not in self._notifiers:
            kind = kind_named(name)
            self._notifiers[name] = kind.open(self._outgoing) if kind else None
        notifier = self._notifiers[name]
        if notifier is None:  # of a package that is no longer installed
            raise CannotDeliver(Reason.ADDRESS_UNUSABLE, permanent=True)
        return notifier

    def _write(self, delivery: Delivery, stage: Stage, reason: Reason | None = None) -> Delivery:
        delivery.stage = stage
        delivery.because = reason.value if reason else ""
        delivery.at = self._now()
        delivery.save()
        return delivery

    def _conclude(self, notice: Notice, deliveries: list[Delivery]) -> None:
        """A notice waits while one of its ways does; it has arrived where any of them has."""
        waiting = [one for one in deliveries if one.stage == Stage.WAITING]
        if waiting:
            self._wait(notice, waiting[0].because)
        elif any(one.stage == Stage.DELIVERED for one in deliveries):
            self._settle(notice, State.DELIVERED, "")
        else:
            self._settle(notice, State.REFUSED, deliveries[0].because)

    def _wait(self, notice: Notice, because: str) -> None:
        held = Notice.objects.filter(pk=notice.pk, claimed_by=self.holder)
        next_try_at = self._now() + pause_after(notice.tries)
        held.update(claimed_by="", claimed_until=None, because=because, next_try_at=next_try_at)

    @transaction.atomic
    def _settle(self, notice: Notice, state: State, because: str) -> None:
        held = Notice.objects.filter(pk=notice.pk, claimed_by=self.holder, state=State.WAITING)
        at = self._now()
        spent = {"one_use_link": "", "one_use_until": None} if state == State.DELIVERED else {}
        settled = held.update(state=state, because=because, settled_at=at, **SETTLED, **spent)
        if not settled:
            raise ClaimLost
        is_delivered = state == State.DELIVERED
        self.delivered += is_delivered
        act = Act.DELIVERED if is_delivered else Act.REFUSED
        record(by=self._by, at=at, act=act, about=About("notice", notice.ref))
