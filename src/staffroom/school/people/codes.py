"""How is the code of an invitation written, and what is kept of it?"""

from __future__ import annotations

import hashlib

from staffroom.school.people.references import LETTERS


def hash_code(code: str) -> str:
    """Return what is kept of a code; how it was typed (spaces, hyphens, capitals) does not matter.

    A code is random and long enough that a plain hash cannot be turned back by trying.
    """
    typed = "".join(letter for letter in code.lower() if letter in LETTERS)
    return hashlib.sha256(typed.encode("ascii")).hexdigest()


def write_code(code: str) -> str:
    """Return a code in groups of four, as a letter shows it."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))
