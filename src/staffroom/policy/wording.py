"""Which words of a clause were taken out, which were put in, and which stayed?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Fate(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words next to each other with the same fate."""

    fate: Fate
    words: str


def compare_words(before: str, after: str) -> tuple[Stretch, ...]:
    """Compare two sentences word by word; white space does not count.

    The stretches kept and removed make the old words, those kept and added the new.
    """
    old, new = before.split(), after.split()
    stretches: list[Stretch] = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            stretches.append(Stretch(Fate.KEPT, " ".join(old[old_from:old_to])))
            continue
        if old_to > old_from:
            stretches.append(Stretch(Fate.REMOVED, " ".join(old[old_from:old_to])))
        if new_to > new_from:
            stretches.append(Stretch(Fate.ADDED, " ".join(new[new_from:new_to])))
    return tuple(stretches)


def share_kept(stretches: Sequence[Stretch]) -> float:
    """Return how much of the words stayed, 0 to 1; 1 where there are none."""
    words = [(stretch.fate, len(stretch.words.split())) for stretch in stretches]
    kept = 2 * sum(number for fate, number in words if fate is Fate.KEPT)
    changed = sum(number for fate, number in words if fate is not Fate.KEPT)
    return kept / (kept + changed) if words else 1.0
