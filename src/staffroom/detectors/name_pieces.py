"""Of which pieces could the names in a text be made?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from staffroom.detectors.plain_text import PlainText, Word
from staffroom.rules.name_forms import normalise

_HUMPS = re.compile(r"[^\W\d_][^\W\dA-Z_]{0,40}|[^\W_]")
_RUN = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_DIGITS = "0123456789"


class Piece(NamedTuple):
    """Letters of a text, normalised; `is_account` where they stand in a hashtag or the name of an account."""

    letters: str
    start: int
    end: int
    is_capital: bool
    is_account: bool = False


def find_pieces(text: PlainText) -> list[Piece]:
    """Split a text into pieces: words, the halves of a hyphenated one, the humps of a hashtag."""
    pieces: list[Piece] = []
    for word in text.words:
        letters = word.text
        if letters.isalpha() and letters.isascii() and not _is_account(text, word, pieces):
            pieces.append(Piece(letters, word.start, word.end, text.plain[word.start].isupper()))
        else:
            pieces += _split(text, word, _is_account(text, word, pieces))
    return pieces


def _is_account(text: PlainText, word: Word, before: list[Piece]) -> bool:
    mark = text.plain[word.start - 1] if word.start else ""
    if mark == "#" or mark == "@":
        return True
    return (
        bool(before)
        and (mark == "." or mark == "_")
        and before[-1].is_account
        and (before[-1].end == word.start - 1)
    )


def _split(text: PlainText, word: Word, is_account: bool) -> Iterator[Piece]:
    written = text.plain[word.start : word.end]
    is_humped = is_account and not written.isupper() and not written.islower()
    for found in (_HUMPS if is_humped else _RUN).finditer(written):
        raw = found.group()
        kept = raw[:-2] if raw[-2:].lower() == "'s" else raw
        letters = normalise(kept)
        if not letters.isdigit() and len(letters) > 2:
            kept = kept.rstrip(_DIGITS)
            letters = letters.rstrip(_DIGITS)
        if letters and kept:
            start = word.start + found.start()
            yield Piece(letters, start, start + len(kept), kept[0].isupper(), is_account)
