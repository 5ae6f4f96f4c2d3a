"""By what is the first person known, before anybody has a sign-in?

Whoever can read the school's folder, or what `staffroom serve` says as it starts, may set the school up.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from staffroom.school.people.references import make_reference

FILE = "set-up"


def setup_token(folder: Path) -> str:
    """Return the word that opens the set-up, making it where there is none; only its owner can read it."""
    file = _file(folder)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text("ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(make_reference())
    return file.read_text("ascii")


def opens_setup(folder: Path, token: str) -> bool:
    """Say whether a word opens the set-up."""
    try:
        kept = _file(folder).read_text("ascii")
    except FileNotFoundError:
        return False
    return bool(kept) and secrets.compare_digest(kept, token)


def end_setup(folder: Path) -> None:
    """Let no word open the set-up any more."""
    _file(folder).unlink(missing_ok=True)


def _file(folder: Path) -> Path:
    return folder / "keys" / FILE
