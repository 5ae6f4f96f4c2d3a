"""Which code keeps which clause?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

Kept = TypeVar("Kept", bound=Callable[..., object])

CLAUSE_ID = re.compile(r"(ABT|GEN|MON|CON|SEC|BYP)-[1-9]\d?")

_keepers: dict[str, list[str]] = {}


def keeps(*clauses: str) -> Callable[[Kept], Kept]:
    """Say that a function or class keeps these clauses.

    Raises ValueError at import for something that is not shaped like a clause id.
    """
    for clause in clauses:
        if not CLAUSE_ID.fullmatch(clause):
            raise ValueError(f"{clause!r} is not the id of a clause.")

    def mark(kept: Kept) -> Kept:
        for clause in clauses:
            _keepers.setdefault(clause, []).append(f"{kept.__module__}.{kept.__qualname__}")
        return kept

    return mark


def keepers() -> dict[str, tuple[str, ...]]:
    """Return the dotted names of the keepers of each clause, of the modules imported so far."""
    return {clause: tuple(names) for clause, names in sorted(_keepers.items())}
