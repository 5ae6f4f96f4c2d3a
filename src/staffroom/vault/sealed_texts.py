"""How is a short secret sealed, so that whoever has the database alone cannot read it?

AES-256-GCM under a key that HKDF-SHA256 derives for one purpose from a secret in the school's folder. A
sealed text is `sealed:1:<name of the key>:<nonce and text in base64>`: the 1 is the way of sealing.
The file holds a secret a line; the last one seals, and all of them open, so that another key can follow.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PREFIX: Final = "sealed:"
WAY: Final = "1"
KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
NAME_LETTERS: Final = 16


class SealBroken(Exception):
    """A key is not there, or a text is not what was sealed with it."""


@dataclass(frozen=True, slots=True)
class Ring:
    """The keys of one purpose, the one that seals last; without any, nothing is opened."""

    purpose: str
    keys: tuple[bytes, ...] = field(repr=False)

    def seal(self, text: str) -> str:
        """Seal a text with the newest key. Raises SealBroken where there is none."""
        if not self.keys:
            raise SealBroken("There is no key to seal with.")
        key, nonce = self.keys[-1], os.urandom(NONCE_BYTES)
        head = f"{PREFIX}{WAY}:{_name(key)}:"
        closed = AESGCM(key).encrypt(nonce, text.encode(), self._bound(head))
        return head + _encode(nonce + closed)

    def open(self, sealed: str) -> str:
        """Open what was sealed. Raises SealBroken."""
        head, _, closed = sealed.rpartition(":")
        key = next((one for one in self.keys if head == f"{PREFIX}{WAY}:{_name(one)}"), None)
        if key is None:
            raise SealBroken("The key of this text is not there.")
        try:
            raw = base64.b64decode(closed, altchars=b"-_", validate=True)
            if _encode(raw) != closed:  # the last letter has room for bits that say nothing
                raise ValueError
            nonce, text = raw[:NONCE_BYTES], raw[NONCE_BYTES:]
            return AESGCM(key).decrypt(nonce, text, self._bound(f"{head}:")).decode()
        except (InvalidTag, ValueError):  # what is not base64 is a ValueError too
            raise SealBroken("This text is not what was sealed.") from None

    def is_newest(self, text: str) -> bool:
        """Say whether a text is sealed by the key that seals now."""
        return bool(self.keys) and text.startswith(f"{PREFIX}{WAY}:{_name(self.keys[-1])}:")

    def _bound(self, head: str) -> bytes:
        return f"{self.purpose} {head}".encode()


def is_sealed(text: str) -> bool:
    """Say whether a text is a sealed one."""
    return text.startswith(PREFIX)


def read_ring(file: Path, purpose: str) -> Ring:
    """Return the keys that are derived from a file for a purpose; none where it is not there or no secret."""
    try:
        lines = file.read_text("ascii").split()
    except (FileNotFoundError, UnicodeDecodeError):
        lines = []
    found = [_decode(line) for line in lines]
    return Ring(purpose, tuple(_derive(one, purpose) for one in found if len(one) == KEY_BYTES))


def make_ring(file: Path, purpose: str) -> Ring:
    """Return the keys of a file, making it where it is not there; only its owner can read it."""
    if not file.exists():
        _write_first(file)
    return read_ring(file, purpose)


def _write_first(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    aside = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(base64.urlsafe_b64encode(os.urandom(KEY_BYTES)) + b"\n")
            opened.flush()
            os.fsync(opened.fileno())
        os.link(aside, file)  # fails where another process was first, and is never half written
    except FileExistsError:
        return
    finally:
        aside.unlink()


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode("ascii")


def _decode(line: str) -> bytes:
    try:
        return base64.b64decode(line, altchars=b"-_", validate=True)
    except binascii.Error:
        return b""


def _derive(secret: bytes, purpose: str) -> bytes:
    derived: bytes = HKDF(SHA256(), KEY_BYTES, salt=None, info=f"staffroom {purpose}".encode()).derive(secret)
    return derived


def _name(key: bytes) -> str:
    return hashlib.sha256(b"staffroom name of a key" + key).hexdigest()[:NAME_LETTERS]
