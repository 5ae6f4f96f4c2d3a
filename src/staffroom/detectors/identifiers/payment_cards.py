"""Where are numbers of payment cards: of a known issuer, of a length that it uses, and with Luhn's digit?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.checksums import has_luhn_digit
from staffroom.detectors.cues import is_before
from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_DIGITS = re.compile(r"(?<![\w£$€.,-])[2-6]\d{3}(?:[ -]?\d){9,18}(?!\w)", re.ASCII)
_ISSUERS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"  # Visa
    r"|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|3(?:0[0-5]|[689]\d)\d{11}"  # Diners Club
    r"|35(?:2[89]|[3-8]\d)\d{12}"  # JCB
    r"|6(?:011|5\d\d|4[4-9]\d)\d{12}"  # Discover
    r"|(?:5[0678]|6[37])\d{10,17}"  # Maestro
)
_LENGTHS = (19, 18, 17, 16, 15, 14, 13)
_OTHERWISE = re.compile(r"\b(?:order|ref|reference|tracking|parcel|serial|invoice|isbn|barcode)\b")


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the numbers; one that is called an order's or a parcel's is not sure."""
    for found in _DIGITS.finditer(text.plain):
        end = _end_of_card(found.group())
        if end:
            sure = not is_before(_OTHERWISE, text, found.start(), 40)
            yield Identifier((Span(found.start(), found.start() + end),), sure)


def _end_of_card(written: str) -> int:
    """Return where a card's number ends in digits that may go on with a date, 0 where there is none."""
    places = [place for place, character in enumerate(written) if character.isdecimal()]
    digits = "".join(written[place] for place in places)
    for length in _LENGTHS:
        if len(digits) < length or (len(digits) > length and places[length] == places[length - 1] + 1):
            continue
        if _ISSUERS.fullmatch(digits[:length]) and has_luhn_digit(digits[:length]):
            return places[length - 1] + 1
    return 0
