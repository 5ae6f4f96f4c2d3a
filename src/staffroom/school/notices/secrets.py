"""Where are the secrets of the post kept, so that they are in no database and no log?"""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import Final

from django.conf import settings

FOLDER: Final = "keys"
OPEN_TO_OWNER: Final = 0o600
NAME: Final = re.compile(r"[a-z0-9-]{1,40}")

MAIL_PASSWORD: Final = "mail-password"  # noqa: S105  the name of a file


def channel_secret(ref: str) -> str:
    """Return the name of the secret that is a channel's address."""
    return f"channel-{ref}"


def keep_secret(name: str, text: str) -> None:
    """Write a secret into a file of the school's folder that only its owner may read, whole or not at all."""
    file = _file(name)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = file.with_name(f".{name}.{secrets.token_hex(4)}.new")
    try:
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OPEN_TO_OWNER)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(new, file)
    finally:
        new.unlink(missing_ok=True)


def read_secret(name: str) -> str:
    """Return a secret; empty where there is none."""
    try:
        return _file(name).read_text("utf-8")
    except FileNotFoundError:
        return ""


def forget_secret(name: str) -> None:
    """Take a secret away."""
    _file(name).unlink(missing_ok=True)


def _file(name: str) -> Path:
    if not NAME.fullmatch(name):
        raise ValueError("This is no name of a secret.")
    return Path(settings.FOLDER) / FOLDER / name
