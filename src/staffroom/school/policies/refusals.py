"""Why was something not done?"""

from __future__ import annotations

from collections.abc import Iterable

from staffroom.records.decisions import Decision


class NotDone(Exception):
    """A rule stands in the way; nothing was changed. `reasons` are whole sentences for the person."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(self.reasons))


def require(*decisions: Decision) -> None:
    """Go on where every decision allows it. Raises NotDone with the reasons of those that do not."""
    if reasons := [one.because for one in decisions if not one.allowed]:
        raise NotDone(reasons)
