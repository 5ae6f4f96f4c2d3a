"""Where in a text do which phrases of a table stand?

A phrase is words with a space between them. In the place of a word may stand several, "boy|girl"; "~" among
them stands for none, and "*" for any one word. "i'm" is also found as "im", and a word also with "'s" after
it. Where brackets stand, "told us to [falsify]", what is between them is marked, and the rest must be there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

from staffroom.detectors.plain_text import Word
from staffroom.records.findings import Span

Label = TypeVar("Label")
NOTHING, ANYTHING = "~", "*"
NOWHERE: Final = -1  # the place of a word that need not stand there
OWNING = "'s"
# Without their apostrophe these are other words.
OTHER_WORDS: Final = frozenset({"we're", "we'll", "he'll", "she'll", "i'll", "we'd", "i'd", "she'd", "he'd"})


class Match(NamedTuple, Generic[Label]):
    """A phrase that was found: its label, its characters, and its first and last word."""

    label: Label
    span: Span
    first: int
    last: int

    def distance(self, other: Match[Label]) -> int:
        """Count the words from one phrase to another, or 0 where they overlap."""
        return max(0, other.first - self.last, self.first - other.last)


class _Phrase(NamedTuple, Generic[Label]):
    """A phrase: the words that may stand in each place, and from which place to which it is marked."""

    label: Label
    slots: tuple[frozenset[str], ...]
    opening: int
    closing: int


class Phrases(Generic[Label]):
    """A table of phrases, each with a label; the time to look goes with the length of the text alone."""

    def __init__(self, table: Mapping[Label, Iterable[str]]) -> None:
        """Take the phrases of each label."""
        self._by_first: dict[str, list[tuple[_Phrase[Label], int]]] = {}
        for label, phrases in table.items():
            for phrase in phrases:
                self._add(_read(label, phrase))

    def _add(self, phrase: _Phrase[Label]) -> None:
        """List a phrase under every word that it may begin with, and the place of that word in it."""
        for at, slot in enumerate(phrase.slots):
            for word in slot - {NOTHING}:
                self._by_first.setdefault(word, []).append((phrase, at))
            if NOTHING not in slot:
                return

    def find(self, words: Sequence[Word]) -> list[Match[Label]]:
        """Return every phrase that stands in these words, in the order of their first words."""
        found: list[Match[Label]] = []
        listed = self._by_first
        for place, word in enumerate(words):
            text = word.text
            if text in listed:
                found += _begin(listed[text], place, words)
            if text.endswith(OWNING) and text[:-2] in listed:
                found += _begin(listed[text[:-2]], place, words)
        return found


def _begin(
    entries: Iterable[tuple[_Phrase[Label], int]], place: int, words: Sequence[Word]
) -> Iterator[Match[Label]]:
    for phrase, at in entries:
        further = _go_on(phrase.slots, at + 1, place + 1, words)
        if further is not None:
            taken = (*(NOWHERE,) * at, place, *further)
            marked = [one for one in taken[phrase.opening : phrase.closing + 1] if one != NOWHERE]
            if marked:
                first, last = marked[0], marked[-1]
                yield Match(phrase.label, Span(words[first].start, _end(words[last])), first, last)


def _go_on(
    slots: tuple[frozenset[str], ...], at: int, place: int, words: Sequence[Word]
) -> tuple[int, ...] | None:
    """Return the words that stand in the slots from one on, the most that can; None where they do not."""
    if at == len(slots):
        return ()
    slot = slots[at]
    if place < len(words) and _fits(words[place].text, slot):
        further = _go_on(slots, at + 1, place + 1, words)
        if further is not None:
            return (place, *further)
    if NOTHING in slot:
        further = _go_on(slots, at + 1, place, words)
        if further is not None:
            return (NOWHERE, *further)
    return None


def _fits(word: str, slot: frozenset[str]) -> bool:
    return word in slot or ANYTHING in slot or (word.endswith(OWNING) and word[:-2] in slot)


def outermost(matches: Iterable[Match[Label]]) -> list[Match[Label]]:
    """Leave out each match that stands in a longer one, as "fuming" in "absolutely fuming"."""
    kept: list[Match[Label]] = []
    for match in sorted(matches, key=lambda one: (one.first, -one.last)):
        if not kept or match.last > kept[-1].last:
            kept.append(match)
    return kept


def _end(word: Word) -> int:
    """Leave an 's out of what is marked."""
    return word.end - len(OWNING) if word.text.endswith(OWNING) else word.end


def _read(label: Label, phrase: str) -> _Phrase[Label]:
    written = phrase.split()
    opening = next((at for at, slot in enumerate(written) if slot.startswith("[")), 0)
    closing = next((at for at, slot in enumerate(written) if slot.endswith("]")), len(written) - 1)
    slots = tuple(frozenset(_forms(slot.strip("[]"))) for slot in written)
    return _Phrase(label, slots, opening, closing)


def _forms(slot: str) -> Iterator[str]:
    for word in slot.split("|"):
        yield word
        if "'" in word and word not in OTHER_WORDS:
            yield word.replace("'", "")
