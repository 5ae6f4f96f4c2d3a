"""Which classes and years does a text speak of?"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_FIRST: Final = frozenset(["year", "yr", "reception", "nursery", "form", "class", "set"])
_CLASS = re.compile(
    r"(?<![\w#@£.:])(?:(?:class|form)[ ]?)?(?P<class>(?:1[0-3]|[1-9]) ?[a-h]|r[a-d])(?![\w:-])"
    r"|\b(?:year|yr) ?(?P<year>1[0-3]|[1-9]|r)(?P<letter>[a-h])?(?!\w)(?! (?:old|ago|plan|deal)\b)"
    r"|(?<![\w#@£.])y(?P<short>1[0-3]|[1-9]|r)(?P<short_letter>[a-h])?(?!\w)"
    r"|\b(?<!at )(?<!the )(?<!to )(?<!via )(?P<early>reception|nursery)\b(?! (?:desk|area|window))"
)


class ClassMention(NamedTuple):
    """A class or year in a text; `marks` are what it is known by, as in `rules.name_forms.class_marks`."""

    marks: tuple[str, ...]
    span: Span


def find_classes(text: PlainText) -> list[ClassMention]:
    """Find classes and years."""
    if not any(word.text in _FIRST or word.text[-1].isdigit() or _may_be(word.text) for word in text.words):
        return []
    return [ClassMention(_marks(found), Span(*found.span())) for found in _CLASS.finditer(text.lower)]


def _may_be(word: str) -> bool:
    return len(word) <= 3 and (word[0].isdigit() or word[0] in "yr")


def _marks(found: re.Match[str]) -> tuple[str, ...]:
    said = found["class"]
    if said:
        letters = said.replace(" ", "")
        return (letters,)
    if found["early"]:
        return ("yearr",) if found["early"] == "reception" else ("nursery",)
    year, letter = (found["year"] or found["short"]), (found["letter"] or found["short_letter"])
    return (year + letter,) if letter else (f"year{year}",)
