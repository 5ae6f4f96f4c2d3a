"""Where are unique pupil numbers (UPN): a check letter, eleven digits, and a digit or letter?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.checksums import has_upn_letter
from staffroom.detectors.cues import is_near
from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_NUMBER = re.compile(r"(?<!\w)[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?!\w)", re.ASCII | re.IGNORECASE)
_NAMED = re.compile(r"\bupns?\b|unique pupil number")


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the numbers whose letter is right, and those that the author calls a UPN."""
    for found in _NUMBER.finditer(text.plain):
        span = Span(*found.span())
        if has_upn_letter(found.group().upper()) or is_near(_NAMED, text, span, 40, 20):
            yield Identifier((span,))
