"""Where are NHS numbers: ten digits with a check digit by modulus 11?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.checksums import has_nhs_digit
from staffroom.detectors.cues import is_before, is_near
from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_NUMBER = re.compile(r"(?<![\w£$€+])(?<!\d[.,/:-])[1-9]\d\d([ -]?)\d{3}\1\d{4}(?![\w-])", re.ASCII)
_NAMED = re.compile(r"\bnhs\b")
_OTHERWISE = re.compile(
    r"\b(?:order|ref|reference|tracking|parcel|serial|invoice|delivery|phone|call|ring|tel)\b"
)


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the ten digits that check; those in one run, without the word NHS, are not sure."""
    for found in _NUMBER.finditer(text.plain):
        span = Span(*found.span())
        is_named = is_near(_NAMED, text, span, 40, 20)
        digits = "".join(filter(str.isdecimal, found.group()))
        is_right = has_nhs_digit(digits) and len(set(digits)) > 1
        if is_named or (is_right and not is_before(_OTHERWISE, text, span.start, 40)):
            yield Identifier((span,), sure=is_named or bool(found.group(1)))
