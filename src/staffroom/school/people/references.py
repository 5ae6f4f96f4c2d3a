"""How is a thing named in an address or a log, without telling how many there are?"""

from __future__ import annotations

import secrets

# Without letters and digits that are mistaken for one another when read aloud.
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 16  # 79 bits


def make_reference() -> str:
    """Return a new random reference; there are too many to guess one."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
