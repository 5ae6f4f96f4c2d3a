"""Is the post getting through?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Count, Min

from staffroom.school.notices.models import MailSettings, Notice, State
from staffroom.school.notices.ways import ONLY

STUCK: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Post:
    """How much waits and was refused, why, and since when the oldest waits. Nobody is named."""

    waiting: int
    refused: int
    oldest_at: datetime | None
    waiting_because: tuple[tuple[str, int], ...]
    refused_because: tuple[tuple[str, int], ...]


def post_now() -> Post:
    """Count what waits and what was refused, by reason."""
    waiting = _by_reason(State.WAITING)
    refused = _by_reason(State.REFUSED)
    return Post(
        sum(count for _, count in waiting),
        sum(count for _, count in refused),
        oldest_waiting(),
        waiting,
        refused,
    )


def oldest_waiting() -> datetime | None:
    """Return when the notice was written that has waited longest; None where none waits."""
    found: datetime | None = Notice.objects.filter(state=State.WAITING).aggregate(at=Min("written_at"))["at"]
    return found


def is_stuck(*, at: datetime) -> bool:
    """Say whether a notice has waited for more than an hour."""
    oldest = oldest_waiting()
    return oldest is not None and at - oldest > STUCK


def is_mail_set() -> bool:
    """Say whether the school has set up its mail."""
    return MailSettings.objects.filter(pk=ONLY).exists()


def mail_settings() -> MailSettings | None:
    """Return the mail settings, without the password; None before anybody has made them."""
    return MailSettings.objects.filter(pk=ONLY).first()


def _by_reason(state: State) -> tuple[tuple[str, int], ...]:
    rows = Notice.objects.filter(state=state).values_list("because").annotate(count=Count("id"))
    return tuple(rows.order_by("-count", "because"))
