"""What must a syntax for lists of domains be able to do?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Syntax:
    """A syntax: what a person calls it, and how to take one of its lines.

    `entries` is given a line in small letters without space around it, never an empty one. It returns
    the names that the line lists, () for a line that lists none (a comment, an exception), or None for a
    line that is not of this syntax. It never raises. Whether a name is a domain is judged elsewhere.
    """

    title: str
    entries: Callable[[str], tuple[str, ...] | None]
