"""What do the rooms of the office want done by the clock? Each is one call into its room."""

from __future__ import annotations

from collections.abc import Callable, Sized
from datetime import datetime
from typing import Any

from staffroom.jobs.job import Job
from staffroom.records.actors import system


def call_room(name: str, action: Callable[..., Any]) -> Job:
    """Return the job that calls an action of a room as the clock; what it returns is counted."""

    def run(at: datetime) -> int:
        done = action(by=system("clock"), at=at)
        return len(done) if isinstance(done, Sized) else int(done)

    return Job(name, run)
