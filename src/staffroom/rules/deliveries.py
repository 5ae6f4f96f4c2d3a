"""When is something tried again that could not be delivered, and when is it given up?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

PAUSES: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=6),
)
PATIENCE: Final = timedelta(days=3)


def pause_after(tries: int) -> timedelta:
    """Return how long to wait after so many tries; it grows, up to six hours."""
    return PAUSES[min(max(tries, 1), len(PAUSES)) - 1]


def is_given_up(*, is_school_mail: bool, written_at: datetime, at: datetime) -> bool:
    """Say whether there is no point in trying on.

    Mail through the school's own server is never given up: a server that is down loses nothing. An address
    that a person added is given up after three days, or one that is dead would be tried for ever.
    """
    return not is_school_mail and at - written_at >= PATIENCE
