"""How does one process take a notice into its hands, so that no other delivers it as well?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db.models import F, Q

from staffroom.school.notices.models import Notice, State

LEASE: Final = timedelta(minutes=10)  # longer than any notifier may take for one message


def due_notices(*, at: datetime, most: int) -> list[int]:
    """Return the numbers of notices that are due and in nobody's hands, those that wait longest first."""
    waiting = Notice.objects.filter(_is_free(at), state=State.WAITING, next_try_at__lte=at)
    return list(waiting.order_by("next_try_at", "id").values_list("pk", flat=True)[:most])


def claim_notice(*, number: int, holder: str, at: datetime) -> Notice | None:
    """Take a notice into one's hands; None where another process has it or has settled it.

    One conditional change decides: of two processes that try, the database lets one succeed.
    """
    free = Notice.objects.filter(_is_free(at), pk=number, state=State.WAITING, next_try_at__lte=at)
    if not free.update(claimed_by=holder, claimed_until=at + LEASE, tries=F("tries") + 1):
        return None
    return Notice.objects.select_related("person").prefetch_related("person__channels").get(pk=number)


def renew_claim(*, notice: Notice, holder: str, at: datetime) -> bool:
    """Keep a notice for longer; False where another process has taken it over meanwhile."""
    held = Notice.objects.filter(pk=notice.pk, claimed_by=holder, state=State.WAITING)
    return held.update(claimed_until=at + LEASE) == 1


def _is_free(at: datetime) -> Q:
    return Q(claimed_by="") | Q(claimed_until__isnull=True) | Q(claimed_until__lt=at)
