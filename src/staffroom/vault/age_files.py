"""How is a whole file sealed, and opened again, in the age format?

Any program that knows age (https://age-encryption.org) opens such a file too.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final

import pyrage
from pyrage import passphrase as by_passphrase
from pyrage import x25519

HEAD: Final = b"age-encryption.org/v1\n"
BY_PASSPHRASE: Final = HEAD + b"-> scrypt "
LARGEST_BY_PASSPHRASE: Final = 1 << 30  # bytes; it is sealed in memory
SHORTEST_PASSPHRASE: Final = 12


class NotSealed(Exception):
    """A file cannot be sealed or opened; the sentence says why."""


def recipients_of(text: str) -> list[str]:
    """Return the public keys in a text, one a line; lines that begin with # are left out."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def seal_to(recipients: Sequence[str], source: BinaryIO, target: BinaryIO) -> None:
    """Seal a stream to public keys (age1…). Raises NotSealed where one of them is none."""
    if not recipients:
        raise NotSealed("There is no public key to seal to.")
    try:
        keys = [x25519.Recipient.from_str(one) for one in recipients]
    except pyrage.RecipientError:
        raise NotSealed("This is no public key of age; one looks like age1 and 58 letters.") from None
    pyrage.encrypt_io(source, target, keys)


def seal_by(passphrase: str, source: BinaryIO, target: BinaryIO) -> None:
    """Seal a stream of at most 1 GiB by a passphrase. Raises NotSealed."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise NotSealed(
            f"A passphrase has at least {SHORTEST_PASSPHRASE} letters; four words are a good one."
        )
    target.write(by_passphrase.encrypt(_whole(source), passphrase))


def is_sealed(file: Path) -> bool:
    """Say whether a file is in the age format."""
    return _begins(file, HEAD)


def is_sealed_by_passphrase(file: Path) -> bool:
    """Say whether a file opens by a passphrase, and not by a key."""
    return _begins(file, BY_PASSPHRASE)


def open_with(identities: str, source: BinaryIO, target: BinaryIO) -> None:
    """Open a stream with the secret keys in a text (AGE-SECRET-KEY-…). Raises NotSealed."""
    try:
        keys = [x25519.Identity.from_str(one) for one in recipients_of(identities)]
    except pyrage.IdentityError:
        raise NotSealed("This is no secret key of age; one begins with AGE-SECRET-KEY-1.") from None
    try:
        pyrage.decrypt_io(source, target, keys)
    except (pyrage.DecryptError, OSError):
        raise NotSealed("It does not open with this key, or it is damaged.") from None


def open_by(passphrase: str, source: BinaryIO, target: BinaryIO) -> None:
    """Open a stream by its passphrase. Raises NotSealed."""
    try:
        target.write(by_passphrase.decrypt(_whole(source), passphrase))
    except pyrage.DecryptError:
        raise NotSealed("It does not open by this passphrase, or it is damaged.") from None


def _whole(source: BinaryIO) -> bytes:
    content = source.read(LARGEST_BY_PASSPHRASE + 1)
    if len(content) > LARGEST_BY_PASSPHRASE:
        raise NotSealed("This is too large for a passphrase (1 GB). Seal it to a public key instead.")
    return content


def _begins(file: Path, head: bytes) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(head)) == head
