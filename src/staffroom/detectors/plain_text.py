"""What does a text say, whatever tricks its characters play, and where does each character stand?

Marks that nobody sees are left out, look-alikes become the letters that they look like, wide and styled
letters become plain ones, and curly quotes straight ones; each plain character remembers its place.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache

from staffroom.records.findings import Span

_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
# Letters of other alphabets that look like Latin ones; folded only in a word that has Latin letters too, so
# that a word that is honestly Greek or Cyrillic stays what it is. After Unicode's confusables (UTS 39).
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһԛԝАВЕКМНОРСТУХІЈЅαορνικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhqwABEKMHOPCTYXIJSaopvikABEZHIKMNOPTYX",
)
_PLAIN = str.maketrans(
    dict.fromkeys("‘’ʼ‛`´′", "'") | dict.fromkeys("“”„‟″", '"') | dict.fromkeys("‐‑‒–—−", "-")
)
_MIXED = re.compile(r"[^\W\d_]+")
_UNSEEN = ("Cf", "Cc", "Mn", "Me", "Cs", "Co", "Cn")  # Unicode's categories


@dataclass(frozen=True, slots=True)
class Word:
    """A word in small letters, and where it stands in the plain text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text as a detector reads it. `lower` has the same length, so that places hold in both."""

    plain: str
    lower: str
    words: tuple[Word, ...]
    _places: tuple[int, ...] = field(repr=False)

    def original(self, span: Span) -> Span:
        """Return where a span of the plain text stands in the text that was given."""
        if span.start >= span.end:
            return Span(0, 0)
        return Span(self._places[span.start], self._places[span.end - 1] + 1)


def read_plain(text: str) -> PlainText:
    """Make a text plain."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _plain(character):
            letters.append(letter)
            places.append(place)
    plain = _MIXED.sub(_fold_mixed, "".join(letters))
    lower = "".join(map(_small, plain))
    words = tuple(Word(lower[found.start() : found.end()], *found.span()) for found in _WORD.finditer(lower))
    return PlainText(plain, lower, words, tuple(places))


@cache
def _plain(character: str) -> str:
    """Return what a character stands for: itself, its plain form, or nothing."""
    if character in "\n\t":
        return character
    if character == "\r" or unicodedata.category(character) in _UNSEEN:
        return ""
    plain = unicodedata.normalize("NFKC", character).translate(_PLAIN)
    return " " if plain.isspace() else plain


def _fold_mixed(found: re.Match[str]) -> str:
    word = found.group()
    if word.isascii() or not any(letter.isascii() for letter in word):
        return word
    return word.translate(_LOOK_ALIKES)


@cache
def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter
