"""Where are street addresses: a number and a street?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_KIND = (
    r"(?:Street|Road|Lane|Avenue|Close|Drive|Way|Crescent|Terrace|Place|Court|Gardens|Grove|Rise|Hill|Mews|Row"
    r"|Walk|Square|Park|View|Green|Cottages|Villas|Parade|Croft|Mount|Fold|Gate|Wharf|St|Rd|Ave|Ln|Cl|Dr|Cres"
    r"|Pl|Gdns|Ter)"
)
_SOLE = r"(?:Green|Street|Close|Avenue|Drive|Grove|Crescent|Square|Mews|Row|Hill|Lane|Paddock|Orchard|Limes)"
_KINDS = frozenset(re.findall("[a-z]+", (_KIND + _SOLE).lower()))
_NUMBER = r"(?<![\w£$€.,:/#-])(?:flat \d{1,3}[a-z]?,? )?\d{1,4}[a-z]?,? "
_ADDRESS = re.compile(
    rf"(?i:{_NUMBER})(?:The {_SOLE}|(?:(?!The )[A-Z][a-z'.]{{1,20}} ){{1,3}}{_KIND})(?![\w-])"
)
_ANY_CASE = re.compile(
    r"\b(?:live[sd]? (?:at|in|on)|living (?:at|in)|address(?: is|'s)?:?|moved to|house is|home is"
    r"|family (?:at|from)|down at"
    r"|we're at|were at|im at|i'm at|he's at|hes at|she's at|shes at|round (?:to|at)|outside|stays at)"
    rf" (?P<address>{_NUMBER}(?:[a-z'.]{{2,20}} ){{1,3}}{_KIND}(?![\w-]))",
    re.IGNORECASE,
)
_NO_HOUSE = re.compile(
    r"\b(?:year|yr|class|room|bus|route|page|chapter|unit|stage|only|bay|platform|table|section|question|group|set"
    r"|team|form|part|level|nearly|over|about|exactly|of|the|all|these|those|our|with|and|number|key|top|bottom"
    r"|junction|track|act|scene|lesson|week|term|walked|ran|round|times)\W{1,2}$"
)
_NO_HOME = re.compile(
    r"\W{1,2}(?:pupils?|children|kids|students?|famil(?:y|ies)|staff|teachers?|parents|walkers|shops?|school|primary"
    r"|academy|traffic|survey|stop|came|buses|residents|houses|people|players?|benches|trees|reps|miles)\b"
)
_FAMOUS = re.compile(
    r"downing street|privet drive|221b|windsor gardens|festive road|albert square|evergreen terrace"
)


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the addresses; in small letters only where somebody is said to live there."""
    if _KINDS.isdisjoint(word.text for word in text.words):
        return
    taken = 0
    for found in _ADDRESS.finditer(text.plain):
        if _is_home(text, *found.span()):
            taken = found.end()
            yield Identifier((Span(*found.span()),))
    for found in _ANY_CASE.finditer(text.plain):
        if found.start() >= taken and _is_home(text, *found.span("address")):
            yield Identifier((Span(*found.span("address")),))


def _is_home(text: PlainText, start: int, end: int) -> bool:
    return not (
        _NO_HOUSE.search(text.lower, max(0, start - 16), start)
        or _NO_HOME.match(text.lower, end)
        or _FAMOUS.search(text.lower, start, end)
    )
