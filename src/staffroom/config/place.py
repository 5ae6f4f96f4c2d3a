"""Where does the office keep its files, and where does it get its secrets from?"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import platformdirs

HOME = "STAFFROOM_HOME"
SIGNING_KEY = "web-secret"


def find_folder() -> Path:
    """Return the school's folder: STAFFROOM_HOME, or the user's own place for such data."""
    named = os.environ.get(HOME)
    return Path(named) if named else Path(platformdirs.user_data_dir("staffroom"))


def read_secret(folder: Path) -> str:
    """Return the secret that signs sessions, making it at the first start; only its owner can read it."""
    file = folder / "keys" / SIGNING_KEY
    try:
        return file.read_text("ascii")
    except FileNotFoundError:
        return _make_secret(file)


def _make_secret(file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first
        return file.read_text("ascii")
    with os.fdopen(descriptor, "w") as opened:
        opened.write(secrets.token_urlsafe(48))
        opened.flush()
        os.fsync(opened.fileno())
    return file.read_text("ascii")
