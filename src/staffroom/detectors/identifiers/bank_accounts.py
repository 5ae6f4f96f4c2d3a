"""Where are sort codes and account numbers? Beside the words that name them, or as a pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.cues import is_near
from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_SORT = r"(?P<sort>\d\d-\d\d-\d\d|\d\d \d\d \d\d|\d{6})(?![\d/-])"
_ACCOUNT = r"(?P<account>\d{8})(?![\w-])"
_LINKED = r"(?:\W{1,4}(?:no|num|numb|number|nr|code|is|was|number's))"
_PAIR = re.compile(rf"(?<![\w£$€./-]){_SORT}(?P<between>\D{{1,40}}?){_ACCOUNT}", re.ASCII)
_NAMED_SORT = re.compile(rf"(?:\bsort ?codes?|\bsort|\bs/c|\bsc){_LINKED}{{0,2}}\W{{1,4}}{_SORT}", re.ASCII)
_NAMED_ACCOUNT = re.compile(
    rf"(?:\baccount|\bacct?|\ba/c){_LINKED}{{0,2}}(?:'s)?\W{{1,4}}{_ACCOUNT}", re.ASCII
)
_CUE = re.compile(r"\bsort ?code|\bsort\b|\bs/c\b|\bacc(?:ount|t)?\b|\ba/c\b|\bbank\b|\btransfer\b|\bbacs\b")
_OTHERWISE = re.compile(r"\b(?:order|ref|reference|invoice|ticket|parcel)\b")


def find(text: PlainText) -> Iterator[Identifier]:
    """Give pairs of sort code and account number, then what is called one of them by name."""
    taken = 0
    for found in _PAIR.finditer(text.lower):
        if _is_bank_pair(text, found):
            taken = found.end()
            yield Identifier((Span(*found.span("sort")), Span(*found.span("account"))))
    for pattern, group in ((_NAMED_SORT, "sort"), (_NAMED_ACCOUNT, "account")):
        for found in pattern.finditer(text.lower, taken):
            yield Identifier((Span(*found.span(group)),))


def _is_bank_pair(text: PlainText, found: re.Match[str]) -> bool:
    if _OTHERWISE.search(found["between"]):
        return False
    is_bare = "-" in found["sort"] and not any(map(str.isalpha, found["between"]))
    return is_bare or is_near(_CUE, text, Span(*found.span())) or bool(_CUE.search(found["between"]))
