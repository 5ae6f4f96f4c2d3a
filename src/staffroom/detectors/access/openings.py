"""Where does a text tell how to get in, and when nobody or only one person is there?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from staffroom.detectors.access.together import Places, find_together
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_PLACE_OF_KEY = (
    r"(?P<value>(?:under|behind|beneath|on top of|above|inside|in|with) (?:the|a|our|my)"
    r"(?: (?!by\b|if\b|and\b|when\b|so\b|not\b|but\b|at\b)[a-z'-]{1,15}){1,5})"
)
_KEYS: Final = (
    re.compile(rf"\bspare (?:keys?|set)\b[^.!?\n]{{0,20}}?\b{_PLACE_OF_KEY}"),
    re.compile(
        rf"\bkeys?\b[^.!?\n]{{0,24}}?\b(?:hangs?|hidden|left|lives?|kept|is always"
        rf"|are always)\b {_PLACE_OF_KEY}"
    ),
    re.compile(rf"\bkeys? (?=under|behind|beneath|on top){_PLACE_OF_KEY}"),
    re.compile(rf"\b(?:leave|hide|keep|put)s? the (?:spare )?keys? {_PLACE_OF_KEY}"),
    re.compile(
        r"\b(?:door|gate|window|fence)s?\b(?! \d)[^.!?\n]{0,34}?\b(?P<value>doesn'?t (?:lock|shut|close)"
        r"|won'?t (?:lock|shut)"
        r"|never (?:shuts|locks|locked)|propped open|has a hole|(?:left|wide) open|isn'?t locked|unlocked"
        r"|broken(?=[^!?\n]{0,40}(?:walk in|get in|climb|anyone)))"
    ),
)
_EMPTY: Final = (
    re.compile(
        r"\b(?:not a soul|nobody|no ?-?one)(?: is| will be|'ll be|'s)? (?:on site|in (?:the )?(?:school"
        r"|building)|locking up)\b"
    ),
    re.compile(
        r"\b(?:nobody|no ?-?one)(?: is|'s)? (?:in|about|around|here|there) (?:till?|until|all week|over)\b"
    ),
    re.compile(
        r"\b(?:alarm|cctv|cameras?)\b[^.!?\n]{0,30}\b(?:haven'?t|hasn'?t|not|don'?t|doesn'?t) work(?:ed"
        r"|ing)?\b"
    ),
    re.compile(r"\b(?:school|building|site)(?:'s| is| will be| stands)? (?:totally |completely )?empty\b"),
    re.compile(r"\bno (?:caretaker|site manager|security)\b"),
    re.compile(
        r"\b(?:alarm|cctv|security cameras?|cameras?)(?:'s| is| are| has been| have been) (?:broken|off"
        r"|down|bust|not working)\b"
    ),
)
_ALONE = re.compile(
    r"\b(?:just me|on (?:my|her|his) own|by (?:myself|himself|herself)|alone|only adult|only me"
    r"|lone working)\b"
)
_AT_WORK = re.compile(
    r"\b(?:in (?:the )?(?:school|building)|on site|at school|front desk|lock(?:ing|s)? up|open(?:s"
    r"|ing)? up|breakfast club"
    r"|after ?-?school club|classroom|to (?:my|the) car|office|rota|cleaners?|cleaner's|caretaker"
    r"|reception desk)\b"
)
_WHEN = re.compile(
    r"\b(?:till?|until)\b|\b(?:from|at|by) (?:\d|half)|\bevery (?:night|morning|evening|mon|tue|wed|thu"
    r"|fri|day)|\btonight\b"
    r"|\btomorrow\b|\ball (?:afternoon|morning|day|evening)\b|\bmost (?:nights|mornings|days)\b"
    r"|\bon (?:mon|tues|wednes|thurs|fri)days?\b|\bafter dark\b|\bthis (?:afternoon|evening|morning)\b"
    r"|\brota\b|\b\d{1,2} ?[ap]m\b"
)
_PASS = re.compile(
    r"\b(?:(?:school id|id|staff|name|access) (?:badge|card|pass)|lanyard|fob|security pass)\b"
)
_SEEN = re.compile(
    r"\b(?:photos?|pics?|selfies?|look at|here's|heres|here it is|showing off|on show|lost|left my|dropped"
    r"|stolen)\b"
)


def find_keys(text: PlainText) -> Iterator[Places]:
    """Give where a key is kept, and what does not lock."""
    yield from _first(_KEYS, text, "value")


def find_empty_buildings(text: PlainText) -> Iterator[Places]:
    """Give the words that say that nobody is there, or that nothing watches."""
    yield from _first(_EMPTY, text, 0)


def find_lone_adults(text: PlainText) -> Iterator[Places]:
    """Give the words that say that somebody is alone at work, where, and when."""
    yield from find_together((_ALONE, _AT_WORK, _WHEN), text)


def find_passes(text: PlainText) -> Iterator[Places]:
    """Give badges and passes that are shown in a picture or lost."""
    if _SEEN.search(text.lower):
        for found in _PASS.finditer(text.lower):
            yield (Span(*found.span()),)


def _first(patterns: tuple[re.Pattern[str], ...], text: PlainText, group: str | int) -> Iterator[Places]:
    for pattern in patterns:
        found = pattern.search(text.lower)
        if found:
            yield (Span(*found.span(group)),)
            return
