"""Where are telephone numbers of the United Kingdom?

Mobile and geographic numbers, in any of the ways in which people write them. Numbers of services (0300, 0800,
09…) and of help (999, 111) are nobody's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.cues import is_before
from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_NUMBER = re.compile(
    r"(?<![\w£$€])(?<!\d[.,/:-])"
    r"(?:(?:\+|00)44[ .-]?(?:\(0\)[ .-]?)?\(?|\(?0)"
    r"[127](?:[ .()-]{0,2}\d){8,9}(?![\d\w])"
)
_OF_A_PLACE = re.compile(
    r"\b(?:office|reception|helpline|hotline|enquiries|bookings?|restaurant|venue|customer service|shop"
    r"|the school on|switchboard|front desk)\b"
)
_SHORTEST = 10  # digits with the leading 0; a few places still have one less than the usual eleven


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the telephone numbers; those of an office or a shop are not sure to be a person's."""
    for found in _NUMBER.finditer(text.plain):
        if _is_whole(found.group()):
            start = found.start() + _opens_more(found.group())
            yield Identifier((Span(start, found.end()),), sure=not is_before(_OF_A_PLACE, text, start, 40))


def _opens_more(number: str) -> bool:
    """Say whether a number begins with a bracket that closes only behind it."""
    return number[0] == "(" and ")" not in number


def _is_whole(number: str) -> bool:
    digits = "".join(filter(str.isdecimal, number))
    national = (
        digits.removeprefix("0044").removeprefix("44") if number[0] != "0" or number[1] == "0" else digits
    )
    national = national.lstrip("0")
    return len(national) == _SHORTEST or (len(national) == _SHORTEST - 1 and national[0] == "1")
