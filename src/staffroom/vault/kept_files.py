"""How is a file kept byte for byte, under the hash of its bytes?"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from pathlib import Path
from typing import Final

HASH: Final = re.compile(r"[0-9a-f]{64}")


def keep_file(content: bytes, folder: Path) -> str:
    """Keep a file in a folder that only the server's account can read, and return its SHA-256.

    It is on the disk before this returns. The same bytes are kept once.
    """
    name = hashlib.sha256(content).hexdigest()
    place = _place(name, folder)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        aside = place.with_name(f"{name}.{secrets.token_hex(8)}")
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        aside.replace(place)
    return name


def read_file(name: str, folder: Path) -> bytes | None:
    """Return the bytes of a kept file; None where it is not there, or no longer what it was."""
    if not HASH.fullmatch(name):
        return None
    try:
        content = _place(name, folder).read_bytes()
    except FileNotFoundError:
        return None
    return content if hashlib.sha256(content).hexdigest() == name else None


def _place(name: str, folder: Path) -> Path:
    return folder / name[:2] / name
