"""How does long work say how far it has come?"""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Somebody who is told, now and then, how far the work has come."""

    def advance(self, *, doing: str, done: int, of: int | None, unreadable: int = 0) -> None:
        """Hear that `done` of `of` (None where the end is unknown) are done, and of what."""


class Silence:
    """Nobody is listening."""

    def advance(self, *, doing: str, done: int, of: int | None, unreadable: int = 0) -> None:
        """Say nothing."""
