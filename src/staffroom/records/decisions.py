"""What did a rule decide, and why?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """A rule's answer, with the clause and the reason, so that a refusal can be shown."""

    allowed: bool
    clause: str
    because: str
