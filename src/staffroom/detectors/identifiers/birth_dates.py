"""Where are dates of birth? A date that is called one, "born" with a date, or an age that begins on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.cues import is_before
from staffroom.detectors.dates import DAY_OF_YEAR, FULL_DATE, YEAR
from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_NAMED = re.compile(
    r"(?:\bd\.?o\.?b\b\.?|\bdate of birth|\bbirth ?dates?|\bbirthday|\bb'?day|\bborn|\bd of b)"
    r"(?:'s|\W{1,3}(?:is|was|are|on|in|the|it's|its|asked|of)\b){0,3}\W{1,3}(?:the )?"
    rf"(?P<date>{FULL_DATE})"
)
_AGE = re.compile(
    r"\b(?:turns?|turning|i'm|im|he's|hes|she's|shes|is|be)(?: only)? \d{1,2}(?: years old)? on (?:the )?"
    rf"(?P<date>{DAY_OF_YEAR})"
)
_NOBODY = re.compile(
    r"\b(?:lambs?|chicks?|kittens?|kitten|pupp(?:y|ies)|cal(?:f|ves)|foals?|hamsters?|guinea pigs?|rabbits?"
    r"|ducklings?|piglets?|schools?|clubs?|company|building|charity|hall|church|library|king|queen|history"
    r"|on this day|poet|author|composer|president|scientist|artist|famous)\b"
)
_LIVING = 1920  # the earliest year in which somebody who may still be alive was born


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the dates of birth of people who may be alive; not those of animals, schools and the famous."""
    for pattern in (_NAMED, _AGE):
        for found in pattern.finditer(text.lower):
            year = YEAR.search(found["date"])
            is_history = year is not None and int(year.group()) < _LIVING
            if not is_history and not is_before(_NOBODY, text, found.start(), 50):
                yield Identifier((Span(*found.span("date")),))
