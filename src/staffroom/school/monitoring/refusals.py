"""Why is something about monitoring not done?"""

from __future__ import annotations

from django.db import IntegrityError, models, transaction

from staffroom.records.decisions import Decision

PLACE_TAKEN = "This place is in the list already."


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


def require_place(place: str) -> str:
    """Return where files lie, a whole path or pattern. Raises NotAccepted for anything else."""
    place = require_words(place, "place", "Give a file, a folder, or a pattern.")
    if not place.startswith("/"):
        raise NotAccepted("Give the whole path, from the first slash.", "place")
    return place


def save_once(row: models.Model, field: str, sentence: str) -> None:
    """Save a row that may stand once only. Raises NotAccepted where it is there already."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise NotAccepted(sentence, field) from None
