"""How are the secrets of codes and recovery codes kept, so that the database alone shows none?

A text that was kept before sealing began is not sealed; it is read as it is until the clock has sealed it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.conf import settings

from staffroom.vault.sealed_texts import Ring, is_sealed, make_ring, read_ring

FILE: Final = "keys/second-factors"
PURPOSE: Final = "second factors"
FIELDS: Final = ("secret", "seed")  # of an app that makes codes, and of recovery codes


def known_ring() -> Ring:
    """Return the school's keys for second factors; none is made."""
    return read_ring(_file(), PURPOSE)


def seal_secret(text: str) -> str:
    """Seal a secret, making the school's key at the first time. Raises SealBroken for a damaged key."""
    return make_ring(_file(), PURPOSE).seal(text)


def open_secret(kept: str) -> str:
    """Return a secret as it was before it was sealed. Raises SealBroken."""
    return known_ring().open(kept) if is_sealed(kept) else kept


def _file() -> Path:
    return Path(settings.FOLDER) / FILE
