"""What waits for a person: each room adds its own.

A room registers a source in `SOURCES`; a source returns what waits for the person who is looking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from staffroom.web.requests import Request


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: what, where, and whether it must be done or may be."""

    title: Promise | str
    address: str
    hint: Promise | str = ""
    is_due: bool = False
    status: Promise | str = ""


Source = Callable[[Request], Iterable[Task]]
SOURCES: list[Source] = []


def tasks_for(request: Request) -> list[Task]:
    """Return what waits for this person, what is due first."""
    found = [task for source in SOURCES for task in source(request)]
    return sorted(found, key=lambda task: not task.is_due)
