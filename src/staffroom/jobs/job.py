"""What happens by the clock: a name, and what is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Job:
    """Something that happens by the clock.

    `run` takes the time at which it was begun and returns how many things it did. It may be begun again
    after it broke off, so a second run of it must do no harm. `name` is kept, and is a short code.
    """

    name: str
    run: Callable[[datetime], int]
