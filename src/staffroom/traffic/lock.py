"""How is the store kept for one run at a time?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

NAME = "lock"


class Busy(Exception):
    """Another run is at it; the sentence says so."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other runs from writing into a store for as long as this one does. Raises Busy."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with FileLock(folder / NAME, timeout=0):
            yield
    except Timeout:
        raise Busy("Logs are being read already. Try again when that has ended.") from None
