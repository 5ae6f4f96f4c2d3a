"""Where are passport numbers? Nine digits are much else too, so only where a passport is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.cues import is_near
from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_NUMBER = re.compile(
    r"(?<![\w£$€.])(?:\d{9}|\d{3} \d{3} \d{3}|[A-Z]\d{8}|[A-Z]{2}\d{7})(?![\w-])", re.ASCII | re.IGNORECASE
)
_NAMED = re.compile(r"\bpassports?\b")


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the numbers that stand near the word passport."""
    if "passport" not in text.lower:
        return
    for found in _NUMBER.finditer(text.plain):
        span = Span(*found.span())
        if is_near(_NAMED, text, span):
            yield Identifier((span,))
