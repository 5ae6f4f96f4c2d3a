"""Where are numbers of British driving licences?

Five letters of the surname filled up with 9, the decade of birth, the month (with 50 added for a woman), the
day, the year, two initials (or 9), a digit and two letters. So the number gives away the date of birth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_NUMBER = re.compile(
    r"(?<!\w)(?=[A-Z9]{5} ?\d)[A-Z]{1,5}9{0,4} ?"
    r"\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d ?"
    r"(?:[A-Z][A-Z9]|99)\d[A-Z]{2}(?!\w)",
    re.ASCII | re.IGNORECASE,
)


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the numbers; their form is so strict that no other word is needed."""
    for found in _NUMBER.finditer(text.plain):
        yield Identifier((Span(*found.span()),))
