"""How does the server sign a statement, and how is a signature checked?

Ed25519 over the statement as JSON with sorted keys, without spaces, in UTF-8.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

Statement = Mapping[str, str]

KEY_FILE: Final = "keys/acknowledgements.pem"
PUBLIC_FILE: Final = "keys/acknowledgements.pub"
FINGERPRINT_LETTERS: Final = 16


class NoKeyError(Exception):
    """The file of the key holds no Ed25519 key; nothing is signed."""


def write_statement(statement: Statement) -> bytes:
    """Return the bytes of a statement that are signed."""
    return json.dumps(dict(statement), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sign(statement: Statement, folder: Path) -> str:
    """Sign a statement with the key in a school's folder, making the key at the first time.

    Returns the signature in base64.
    """
    return base64.b64encode(_read_key(folder).sign(write_statement(statement))).decode("ascii")


def public_key(folder: Path) -> str:
    """Return the public key of a school's folder in base64, making the key at the first time."""
    return _write_public(_read_key(folder).public_key())


def known_key(folder: Path) -> str:
    """Return the public key of a school's folder; empty where there is none, and none is made."""
    try:
        return (folder / PUBLIC_FILE).read_text("ascii").strip()
    except FileNotFoundError:
        return ""


def fingerprint(key: str) -> str:
    """Return the first letters of a public key's SHA-256, in groups of four to be read aloud."""
    letters = hashlib.sha256(key.encode("ascii")).hexdigest()[:FINGERPRINT_LETTERS]
    return " ".join(letters[at : at + 4] for at in range(0, FINGERPRINT_LETTERS, 4))


def is_signed(statement: Statement, signature: str, key: str) -> bool:
    """Say whether a signature is that of a key under exactly this statement."""
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True))
        public.verify(base64.b64decode(signature, validate=True), write_statement(statement))
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True


def _read_key(folder: Path) -> Ed25519PrivateKey:
    file = folder / KEY_FILE
    try:
        found = load_pem_private_key(file.read_bytes(), password=None)
    except FileNotFoundError:
        return _make_key(folder)
    except ValueError as error:
        raise NoKeyError("The key for acknowledgements cannot be read.") from error
    if not isinstance(found, Ed25519PrivateKey):
        raise NoKeyError("The key for acknowledgements is of another kind.")
    return found


def _make_key(folder: Path) -> Ed25519PrivateKey:
    """Make a key that only the server's account can read; take another process's where it was first."""
    key = Ed25519PrivateKey.generate()
    file = folder / KEY_FILE
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    aside = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    _write_private(aside, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    try:
        os.link(aside, file)  # fails where the file is there, and is never half written
    except FileExistsError:
        return _read_key(folder)
    finally:
        aside.unlink()
    (folder / PUBLIC_FILE).write_text(_write_public(key.public_key()) + "\n", "ascii")
    return key


def _write_private(file: Path, content: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def _write_public(key: Ed25519PublicKey) -> str:
    return base64.b64encode(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).decode("ascii")
