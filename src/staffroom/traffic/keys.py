"""Where are the secret keys, and how is a new one made?"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

KEY_BYTES = 32


class KeyUnusable(Exception):
    """A key file cannot be read or is no key; the sentence says what to do."""


def key_of(folder: Path, name: str) -> bytes:
    """Return the key of this name, making it if there is none. Only its owner may read the file."""
    path = key_path(folder, name)
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return _make(path)
    except OSError as error:
        raise KeyUnusable(f"The key {path} cannot be read. Check who may read the folder.") from error
    if len(key) != KEY_BYTES:
        raise KeyUnusable(f"The key {path} is damaged. Restore it from a backup with: staffroom restore")
    return key


def key_path(folder: Path, name: str) -> Path:
    """Return where the key of this name is kept."""
    return folder / f"{name}.key"


def _make(path: Path) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = secrets.token_bytes(KEY_BYTES)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return key
