"""Whose names are in a text?

Names are looked up by their hashes in a sketch, word by word; a slip is looked for only beside a part that is
there as it should be, so that at most one letter of a name is wrong, and texts without names cost little.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from staffroom.detectors.classes import ClassMention, find_classes
from staffroom.detectors.name_pieces import Piece, find_pieces
from staffroom.detectors.plain_text import PlainText
from staffroom.detectors.word_names import WORD_NAMES
from staffroom.records.findings import Span
from staffroom.records.known_people import Belonging
from staffroom.records.name_sketch import LEAST_FOR_SLIP, NameSketch, Side
from staffroom.rules.name_forms import FormKind

TITLES: Final = frozenset(["mr", "mrs", "miss", "ms", "dr", "sir", "prof", "professor", "rev", "fr"])
_JOINTS: Final = frozenset([" ", "  ", "", ".", "_", "-", "'", " -", " '", ' "'])
_TURNED_JOINTS: Final = frozenset([", ", ",", " ", ".", "_", "-", ""])
_NO_INITIALS: Final = frozenset("aiox")  # words, and a kiss
_LONGEST_SLIPPED: Final = 24  # letters
_LONGEST_ACCOUNT: Final = 40
_WISHES = re.compile(
    r"^(?:team|go|proudof|welldone|congrats|congratulations|happybirthday|justicefor|getwell)"
)


class FoundName(NamedTuple):
    """A name in a text. `kind` is None for a given name alone."""

    kind: FormKind | None
    whose: Belonging
    span: Span


class _Known(NamedTuple):
    first: int
    last: int  # the piece after
    part: bytes
    side: int

    @property
    def is_given(self) -> bool:
        return bool(self.side & Side.GIVEN)

    @property
    def is_family(self) -> bool:
        return bool(self.side & Side.FAMILY)


def find_names(text: PlainText, sketch: NameSketch | None) -> list[FoundName]:
    """Find the names of known people, in the order of the text; where two overlap, the longer."""
    return _Search(text, sketch).found() if sketch else []


class _Search:
    """One look through one text."""

    def __init__(self, text: PlainText, sketch: NameSketch) -> None:
        self.text, self.sketch = text, sketch
        self.pieces = find_pieces(text)
        self.starts = [piece.start for piece in self.pieces]
        self.starting: dict[int, list[_Known]] = defaultdict(list)
        self.ending: dict[int, list[_Known]] = defaultdict(list)

    def found(self) -> list[FoundName]:
        self._know()
        found = list(self._by_class())
        for known in [one for at in sorted(self.starting) for one in self.starting[at]]:
            if known.is_given:
                found += self._after_given(known)
            if known.is_family:
                found += self._before_family(known)
        found += self._titled()
        found += self._accounts()
        return _without_overlaps(found)

    def _know(self) -> None:
        for at, piece in enumerate(self.pieces):
            part = self.sketch.hash(piece.letters)
            side = self.sketch.parts.get(part, 0)
            self._add(at, at + 1, part, side)
            if side & Side.OPENS:
                for last in range(at + 2, min(at + self.sketch.longest, len(self.pieces)) + 1):
                    part = self.sketch.hash(self._letters(at, last))
                    self._add(at, last, part, self.sketch.parts.get(part, 0))

    def _add(self, first: int, last: int, part: bytes, side: int) -> None:
        if side & ~Side.OPENS:
            known = _Known(first, last, part, side)
            self.starting[first].append(known)
            self.ending[last].append(known)

    def _after_given(self, given: _Known) -> Iterator[FoundName]:
        yield self._name(None, Belonging(given.side & Side.GIVEN), given.first, given.last)
        for family, last, is_sure in self._families_after(given):
            whose = self.sketch.whose(FormKind.FULL.value, given.part, family)
            if whose and (is_sure or self._may_slip(given.first, last)):
                yield self._name(FormKind.FULL, whose, given.first, last)
        yield from self._with_initial(given)

    def _families_after(self, given: _Known) -> Iterator[tuple[bytes, int, bool]]:
        """Give parts that could be the family name, where they end, and whether they are without a slip."""
        at = given.last
        if self._joins(at, _JOINTS):
            for known in self.starting.get(at, ()):
                if known.is_family and self._names(given, known):
                    yield known.part, known.last, True
            for last in range(at + 1, min(at + self.sketch.longest, len(self.pieces)) + 1):
                yield from ((part, last, False) for part in self._slipped(at, last))
        if self._joins(at, _JOINTS) and self._joins(at + 1, _JOINTS) and self._capitals(given.first, at + 2):
            yield from ((one.part, one.last, True) for one in self.starting.get(at + 1, ()) if one.is_family)

    def _before_family(self, family: _Known) -> Iterator[FoundName]:
        at = family.first
        if self._joins(at, _JOINTS):
            for first in range(max(0, at - self.sketch.longest), at):
                for given in self._slipped(first, at):
                    whose = self.sketch.whose(FormKind.FULL.value, given, family.part)
                    if whose and self._may_slip(first, family.last):
                        yield self._name(FormKind.FULL, whose, first, family.last)
        yield from self._turned(family)

    def _turned(self, family: _Known) -> Iterator[FoundName]:
        """Find "Hart, Amelia", and names of which the family's comes first."""
        at = family.last
        if self._joins(at, _TURNED_JOINTS) and self._capitals(family.first, at + 1):
            for given in self.starting.get(at, ()):
                whose = self.sketch.whose(FormKind.FULL.value, given.part, family.part)
                if given.is_given and whose:
                    yield self._name(FormKind.FULL, whose, family.first, given.last)

    def _with_initial(self, given: _Known) -> Iterator[FoundName]:
        if not self._joins(given.last, _JOINTS) or not self._capitals(given.first, given.last + 1):
            return
        piece = self.pieces[given.last]
        if len(piece.letters) == 1 and (piece.letters not in _NO_INITIALS or self._after(piece) == "."):
            whose = self.sketch.whose(FormKind.INITIAL.value, given.part, piece.letters.encode())
            if whose and self._after(piece) not in "-'":
                yield self._name(FormKind.INITIAL, whose, given.first, given.last + 1)

    def _titled(self) -> Iterator[FoundName]:
        for at, piece in enumerate(self.pieces[:-1]):
            if piece.letters in TITLES and self._joins(at + 1, _JOINTS | {". "}):
                yield from self._after_title(at, piece.letters.encode())

    def _after_title(self, at: int, title: bytes) -> Iterator[FoundName]:
        following = self.pieces[at + 1]
        if len(following.letters) == 1 and following.is_capital:
            whose = self.sketch.whose(FormKind.TITLED_INITIAL.value, title, following.letters.encode())
            if whose:
                yield self._name(FormKind.TITLED_INITIAL, whose, at, at + 2)
        families = [(one.part, one.last) for one in self.starting.get(at + 1, ()) if one.is_family]
        families += [(part, at + 2) for part in self._slipped(at + 1, at + 2)]
        for part, last in families:
            whose = self.sketch.whose(FormKind.TITLED.value, part, title)
            if whose:
                yield self._name(FormKind.TITLED, whose, at, last)

    def _accounts(self) -> Iterator[FoundName]:
        """Find names that are run together in a hashtag or an account's name."""
        for at, piece in enumerate(self.pieces):
            if piece.is_account and 4 <= len(piece.letters) <= _LONGEST_ACCOUNT:
                whose = self._run_together(piece.letters)
                whose = whose or self._run_together(_WISHES.sub("", piece.letters))
                if whose:
                    yield self._name(FormKind.ACCOUNT, whose, at, at + 1)

    def _run_together(self, letters: str) -> Belonging:
        whose = self.sketch.whose(FormKind.ACCOUNT.value, self.sketch.hash(letters[1:]), letters[:1].encode())
        for place in range(2, len(letters) - 1):
            first, second = letters[:place], letters[place:]
            parts = self.sketch.hash(first), self.sketch.hash(second)
            given, family = (self.sketch.parts.get(part, 0) for part in parts)
            if given & Side.GIVEN:
                whose |= self._full_of([parts[0]], [parts[1], *self._slips_of(second)])
            if family & Side.FAMILY:
                whose |= self._full_of([parts[0], *self._slips_of(first)], [parts[1]])
            if given & Side.FAMILY and family & Side.GIVEN:
                whose |= self._full_of([parts[1]], [parts[0]])
        return whose

    def _full_of(self, given: list[bytes], family: list[bytes]) -> Belonging:
        whose = Belonging(0)
        for first in given:
            for second in family:
                whose |= self.sketch.whose(FormKind.FULL.value, first, second)
        return whose

    def _by_class(self) -> Iterator[FoundName]:
        """Find initials, or a given name, close to a class, where such a pupil is in that class."""
        classes = find_classes(self.text)
        for mention in classes:
            for at in self._near(mention):
                yield from self._in_class(at, mention)

    def _near(self, mention: ClassMention) -> list[int]:
        at = bisect_left(self.starts, mention.span.start)
        before = [one for one in range(max(0, at - 5), at) if mention.span.start - self.pieces[one].end <= 24]
        first = bisect_left(self.starts, mention.span.end)
        after = range(first, min(first + 3, len(self.pieces)))
        return [*before, *(one for one in after if self.pieces[one].start - mention.span.end <= 12)]

    def _in_class(self, at: int, mention: ClassMention) -> Iterator[FoundName]:
        initials, last = self._initials_at(at)
        for mark in mention.marks:
            if initials:
                whose = self.sketch.whose(FormKind.INITIALS_CLASS.value, initials.encode(), mark.encode())
                if whose:
                    yield self._name(FormKind.INITIALS_CLASS, whose, at, last)
            for given in self.starting.get(at, ()):
                whose = self.sketch.whose(FormKind.GIVEN_CLASS.value, given.part, mark.encode())
                if whose and (self.pieces[at].is_capital or self.pieces[at].letters not in WORD_NAMES):
                    yield self._name(FormKind.GIVEN_CLASS, whose, given.first, given.last)

    def _initials_at(self, at: int) -> tuple[str, int]:
        """Return initials that stand at a piece ("JM", "J.M.", "J M"), and the piece after them."""
        piece = self.pieces[at]
        if 2 <= len(piece.letters) <= 3 and self.text.plain[piece.start : piece.end].isupper():
            return piece.letters, at + 1
        if len(piece.letters) == 1 and self._joins(at + 1, _JOINTS | {". "}) and self._capitals(at, at + 2):
            following = self.pieces[at + 1]
            if len(following.letters) == 1:
                return piece.letters + following.letters, at + 2
        return "", at

    def _letters(self, first: int, last: int) -> str:
        return "".join(piece.letters for piece in self.pieces[first:last])

    def _slipped(self, first: int, last: int) -> Iterator[bytes]:
        if last - first > 1 and any(not self._joins(at, _JOINTS) for at in range(first + 1, last)):
            return iter(())
        return self._slips_of(self._letters(first, last))

    def _slips_of(self, letters: str) -> Iterator[bytes]:
        if LEAST_FOR_SLIP - 1 <= len(letters) <= _LONGEST_SLIPPED:
            return self.sketch.slipped(letters)
        return iter(())

    def _joins(self, at: int, joints: frozenset[str]) -> bool:
        """Say whether a piece belongs to the one before it."""
        if not 0 < at < len(self.pieces):
            return False
        return self.text.plain[self.pieces[at - 1].end : self.pieces[at].start] in joints

    def _after(self, piece: Piece) -> str:
        return self.text.plain[piece.end : piece.end + 1] or " "

    def _capitals(self, first: int, last: int) -> bool:
        between = self.pieces[first:last]
        return len(between) == last - first and all(one.is_capital or one.is_account for one in between)

    def _names(self, given: _Known, family: _Known) -> bool:
        """Say whether the two are names and not words: "will young people come?"."""
        words = [self.pieces[at] for at in (given.first, family.first)]
        return any(one.letters not in WORD_NAMES for one in words) or self._capitals(given.first, family.last)

    def _may_slip(self, first: int, last: int) -> bool:
        """Say whether pieces look like one name: all with capitals, or none, and then none that is a word."""
        between = self.pieces[first:last]
        if all(one.is_capital or one.is_account for one in between):
            return True
        return not any(one.is_capital or one.letters in WORD_NAMES for one in between)

    def _name(self, kind: FormKind | None, whose: Belonging, first: int, last: int) -> FoundName:
        return FoundName(kind, whose, Span(self.pieces[first].start, self.pieces[last - 1].end))


def _without_overlaps(found: list[FoundName]) -> list[FoundName]:
    kept: list[FoundName] = []
    taken: set[int] = set()
    for name in sorted(found, key=lambda one: (one.span.start - one.span.end, one.kind is None)):
        places = range(*name.span)
        if taken.isdisjoint(places):
            kept.append(name)
            taken.update(places)
    return sorted(kept, key=lambda one: one.span)
