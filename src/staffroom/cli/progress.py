"""How does a person at a terminal see how far long work has come?"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from staffroom.records.progress import Progress, Silence

FIRST_WORD = 1.0  # seconds; what is quicker needs no word
PAUSE = 0.1
PLAIN_PAUSE = 5.0  # where the words go to a file, one line each


class WrittenProgress:
    """Writes a line and a bar to a terminal, or a line now and then to anything else."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._next = time.monotonic() + FIRST_WORD
        self._has_spoken = False

    def advance(self, *, doing: str, done: int, of: int | None, unreadable: int = 0) -> None:
        """Say how far the work has come, if it is time to."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (PAUSE if self._is_terminal else PLAIN_PAUSE)
        self._has_spoken = True
        line = sentence(doing=doing, done=done, of=of, unreadable=unreadable)
        if self._is_terminal:
            sys.stderr.write(f"\r\x1b[2K{_bar(done, of)}{line}")
        else:
            sys.stderr.write(f"{line}\n")
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line empty again."""
        if self._has_spoken and self._is_terminal:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()


def sentence(*, doing: str, done: int, of: int | None, unreadable: int) -> str:
    """Put progress into words."""
    whole = f" of about {of:,}" if of and of > done else ""
    rest = f" {unreadable:,} could not be read." if unreadable else ""
    return f"{doing}: {done:,}{whole} lines.{rest}"


def _bar(done: int, of: int | None) -> str:
    if not of:
        return ""
    filled = min(20, 20 * done // of)
    return "█" * filled + "░" * (20 - filled) + " "


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Progress]:
    """Give somebody to tell how far the work has come."""
    if quiet:
        yield Silence()
        return
    progress = WrittenProgress()
    try:
        yield progress
    finally:
        progress.end()
