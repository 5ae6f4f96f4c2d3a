"""Where are British international bank account numbers (IBAN)?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.checksums import has_iban_digits
from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_NUMBER = re.compile(r"(?<!\w)GB\d\d ?[A-Z]{4}(?: ?\d){14}(?!\w)", re.ASCII | re.IGNORECASE)


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the numbers whose check digits are right."""
    for found in _NUMBER.finditer(text.plain):
        if has_iban_digits(found.group().replace(" ", "").upper()):
            yield Identifier((Span(*found.span()),))
