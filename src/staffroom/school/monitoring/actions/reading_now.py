"""How are logs read when somebody asks for it, with word of how far it is?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from staffroom.policy.keeping import keeps
from staffroom.records.actors import Actor, person
from staffroom.school.audit.actions import About, record
from staffroom.school.monitoring.actions.reading import read_sources
from staffroom.school.monitoring.acts import Act
from staffroom.school.monitoring.models import ReadingRequest
from staffroom.school.monitoring.queries.safeguards import acting_person, may_read_now
from staffroom.school.monitoring.refusals import NotAccepted, NotPermitted, require
from staffroom.traffic.lock import Busy

SILENT_FOR: Final = timedelta(minutes=2)  # after which a reading is taken to have been broken off
TOLD_EVERY: Final = timedelta(seconds=1)
UNDER_WAY: Final = "The logs are being read already."
BROKE_OFF: Final = "The reading broke off. What was read until then is kept; ask for it once more."

Now = Callable[[], datetime]


@keeps("MON-1")
def ask_for_reading(*, by: Actor, at: datetime) -> ReadingRequest:
    """Ask that all logs be read now; whoever calls this queues the work.

    Raises NotPermitted while they may not be read, and NotAccepted while another request is open.
    """
    require(may_read_now(on=timezone.localdate(at)))
    try:
        with transaction.atomic():
            asked = ReadingRequest.objects.create(asked_by=acting_person(by), asked_at=at, seen_at=at)
            record(by=by, at=at, act=Act.READING_ASKED, about=About("reading", asked.ref), clause="MON-1")
    except IntegrityError:
        raise NotAccepted(UNDER_WAY) from None
    return asked


def broken_off(*, at: datetime) -> Sequence[str]:
    """Return the references of requests at which nobody works, after a restart for instance."""
    silent = ReadingRequest.objects.filter(is_open=True, seen_at__lte=at - SILENT_FOR)
    return list(silent.values_list("ref", flat=True))


def carry_out_reading(*, ref: str, now: Now) -> bool:
    """Read the logs as was asked; say whether it was done to its end.

    Does nothing where somebody is at it, or it has ended. While another run holds the store, the request
    stays open, to be taken up again.
    """
    asked = _take(ref, now())
    if asked is None:
        return False
    try:
        read_sources(by=person(asked.asked_by.ref), at=now(), progress=Account(asked, now))
    except Busy:
        return False
    except NotPermitted as error:
        _end(asked, now(), error.decision.because)
        return False
    except Exception:
        _end(asked, now(), BROKE_OFF)
        raise
    _end(asked, now())
    return True


class Account:
    """Writes down how far a reading is, once a second at most."""

    def __init__(self, asked: ReadingRequest, now: Now) -> None:
        self._asked, self._now = asked, now
        self._told: datetime | None = None

    def advance(self, *, doing: str, done: int, of: int | None, unreadable: int = 0) -> None:
        """Keep how far the work has come, in lines."""
        at = self._now()
        if self._told is not None and at - self._told < TOLD_EVERY and self._asked.doing == doing[:120]:
            return
        self._told = self._asked.seen_at = at
        self._asked.doing, self._asked.done, self._asked.whole = doing[:120], done, of
        self._asked.unreadable = unreadable
        self._asked.save(update_fields=["seen_at", "doing", "done", "whole", "unreadable"])


def _take(ref: str, at: datetime) -> ReadingRequest | None:
    """Take a request up, unless somebody has it; of two who try, one gets it."""
    free = Q(begun_at__isnull=True) | Q(seen_at__lte=at - SILENT_FOR)
    taken = ReadingRequest.objects.filter(free, ref=ref, is_open=True).update(begun_at=at, seen_at=at)
    return ReadingRequest.objects.select_related("asked_by").get(ref=ref) if taken else None


def _end(asked: ReadingRequest, at: datetime, problem: str = "") -> None:
    asked.is_open, asked.ended_at, asked.seen_at, asked.problem = None, at, at, problem[:300]
    asked.save(update_fields=["is_open", "ended_at", "seen_at", "problem"])
