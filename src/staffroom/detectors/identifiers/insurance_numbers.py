"""Where are National Insurance numbers: two letters that are given out, six digits, and A to D?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.cues import is_near
from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_NUMBER = re.compile(
    r"(?<!\w)([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?([A-D])(?!\w)",
    re.ASCII | re.IGNORECASE,
)
_NOT_GIVEN_OUT = frozenset(("BG", "GB", "KN", "NK", "NT", "TN", "ZZ"))
_NAMED = re.compile(r"\bni\b|\bn\.i\.|\bninos?\b|national insurance|payroll|payslip")


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the numbers; those in small letters are sure only beside words that name them."""
    for found in _NUMBER.finditer(text.plain):
        if found.group(1).upper() in _NOT_GIVEN_OUT:
            continue
        span = Span(*found.span())
        yield Identifier((span,), sure=found.group().isupper() or is_near(_NAMED, text, span))
