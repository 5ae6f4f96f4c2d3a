"""Why is something about monitoring not done?"""

from __future__ import annotations

from staffroom.records.decisions import Decision


class NotPermitted(Exception):
    """A rule said no; its decision can be shown."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(decision.because)
        self.decision = decision


class NotAccepted(ValueError):
    """Something that was entered cannot be taken; the sentence says why. `field` is where it was entered."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


def require(decision: Decision) -> None:
    """Go on where a rule allows it. Raises NotPermitted otherwise."""
    if not decision.allowed:
        raise NotPermitted(decision)


def require_words(words: str, field: str, sentence: str) -> str:
    """Return words without the space around them. Raises NotAccepted where there are none."""
    if not words.strip():
        raise NotAccepted(sentence, field)
    return words.strip()
