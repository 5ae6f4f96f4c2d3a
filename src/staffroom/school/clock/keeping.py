"""How does one process, and no other, come to be the clock?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q

from staffroom.school.clock.models import Keeper

SILENCE: Final = timedelta(seconds=60)  # after which a clock counts as gone
ONLY: Final = 1


def take_clock(*, holder: str, at: datetime) -> bool:
    """Become the clock, or say that one still is; taking it again says "still here".

    One conditional change of one row decides, so that of two that try at once only one succeeds.
    """
    Keeper.objects.get_or_create(pk=ONLY)
    is_free = Q(holder__in=("", holder)) | Q(beat_at__isnull=True) | Q(beat_at__lt=at - SILENCE)
    return Keeper.objects.filter(is_free, pk=ONLY).update(holder=holder, beat_at=at) == 1


def beat(*, holder: str, at: datetime) -> bool:
    """Say "still here"; False where another has become the clock meanwhile."""
    return Keeper.objects.filter(pk=ONLY, holder=holder).update(beat_at=at) == 1


def give_up_clock(*, holder: str) -> None:
    """Let the next one become the clock at once."""
    Keeper.objects.filter(pk=ONLY, holder=holder).update(holder="")


def last_beat() -> datetime | None:
    """Return when a clock was last heard; None where there never was one."""
    return Keeper.objects.filter(pk=ONLY).values_list("beat_at", flat=True).first()
