"""Where are passwords, keys of networks, codes of doors, and names to log in with?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from staffroom.detectors.access.together import Places
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_NETWORK = r"\b(?:wi-?fi|wireless|network key|network password|wpa2? key|wpa key|hotspot)\b"
_CALLED = (
    r"\b(?:pass ?words?|pass ?codes?|pass ?phrase|pwd|pw|pass(?=\s?[:=])|pins?(?= (?:code|number|for|is"
    r"|to)|:))\b"
)
_WRITTEN = r"""["'(]?(?P<value>[^\s"'(),]{4,40})"""
# A word that nobody writes in prose: letters with digits, an underscore or a hash between them.
_STRONG = (
    r"(?=[^\s\"'(),]{6,40})(?=[^\s]{0,40}[a-zA-Z])(?=[^\s]{0,40}(?:\d|[a-z][#_$@][a-zA-Z]))"
    r"(?!\d{1,4}(?:am|pm|st|nd|rd|th|s|k|m|hrs?|mins?|p|x)\b)(?!(?:year|class|room|ks|y)\d)(?!https?:"
    r"|www\.|\d{1,2}[:.]\d\d)"
)
_REACH = r"[^.?!\n]{0,45}?(?:[?] |! )?(?<![\w.@#])"
_STILL = r"(?:still |now |just |always |probably )?"
_LINK = rf"(?:\s?[:=]\s?|'s\s|,? (?:is|was|are|has been|it was|it's|its) {_STILL})"
_FOR_SOMETHING = r"(?: (?:for|to|on) (?:the |my )?[a-z ]{2,24}?)?"
_NETWORK_KEY = re.compile(rf"(?i:{_NETWORK}){_REACH}(?i:{_STRONG}){_WRITTEN}")
_LIKELY_PASSWORD = re.compile(rf"(?i:{_CALLED}){_REACH}(?i:{_STRONG}){_WRITTEN}")
_NUMBER_PASSWORD = re.compile(
    rf"(?i:\b(?:pass ?codes?|pins?|pass ?words?|pw|pwd)(?: code| number)?{_FOR_SOMETHING}(?:{_LINK}"
    rf"|\s))(?P<value>\d{{4,8}})(?!\w)"
)
_CODE = r"(?P<value>#?(?:[A-Z]\d{3,5}[A-Z]?|\d{3,6}[A-Za-z#]?|\d\d-\d\d-\d\d))(?![\w])"
_LOCKED = (
    r"(?:door|gate|alarm|entry|entrance|barrier|keypad|shed|gates|doors|cupboard|store ?room|burglar alarm)"
)
_ENTRY_CODES: Final = (
    re.compile(
        rf"(?i:\b{_LOCKED}\b[^.!?\n\d]{{0,14}}\b(?:codes?|pin(?:'s)?|number|combo"
        rf"|combination)\b[^.\n\d]{{0,24}}?\b){_CODE}"
    ),
    re.compile(
        rf"(?i:\b(?:code|combination|pin|combo) (?:for|to"
        rf"|on) [^.\n\d]{{0,24}}\b{_LOCKED}\b[^.\n\d]{{0,12}}?\b){_CODE}"
    ),
    re.compile(rf"(?i:\b(?:key ?safe|padlock|lock ?box|keypad)\b[^.\n\d]{{0,36}}?\b){_CODE}"),
    re.compile(rf"(?<!\w){_CODE}(?i: (?:on|in|into) the (?:keypad|key ?safe|lock))"),
    re.compile(r"(?i:\b(?:gate|door)\W{1,3})(?P<value>\d{3,6}#)"),
    re.compile(
        r"(?i:\b(?:gate|door|lock|alarm)(?:'s| is|:) )(?P<value>\d{4})(?![\w:.,]\d|\w| (?i:years"
        r"|pounds))"
    ),
    re.compile(
        rf"(?i:\b{_LOCKED}\b[^.!?\n]{{0,40}}\b(?:punch|type|key|tap|put"
        rf"|enter)(?: in)? )(?P<value>\d{{4,6}})(?!\w)"
    ),
)
_LOGIN = r"\b(?:user ?names?|user ?id|log ?in|log ?on|sign ?in|account name)\b"
_LOGINS: Final = (
    re.compile(
        rf"(?i:{_LOGIN}(?:\s?[:=]\s?|'s\s| (?:is|as|with|of|was)(?: the account name)? | ))"
        r"(?P<value>(?=[\w.-]{0,30}[a-zA-Z][.\d]\w|[a-zA-Z]{2,20}\d)[a-zA-Z][\w.-]{3,30}\w)"
    ),
    re.compile(r"(?i:\buser ?name\b[^.!?\n=]{0,30}= ?)(?P<value>[a-z][\w.-]{3,30}\w)"),
    re.compile(r"(?i:\b(?:user ?name(?:\s?[:=]| is)|account name(?: is|:)?) )(?P<value>[a-z][\w.-]{4,30}\w)"),
    re.compile(r"(?i:\busernames? (?:are|is)\b[^.!?\n]{0,40}\bmine(?:'s| is)) (?P<value>[a-z][\w.-]{2,30})"),
)
_PLAY = re.compile(r"\b(?:escape room|treasure hunt|maths|puzzle|advent|lesson on|code ?breakers?)\b")


def find_network_keys(text: PlainText) -> Iterator[Places]:
    """Give the keys of wireless networks."""
    yield from _values((_NETWORK_KEY,), text)


def find_passwords(text: PlainText) -> Iterator[Places]:
    """Give the passwords and the numbers that are used as one."""
    yield from _values((_LIKELY_PASSWORD, _NUMBER_PASSWORD), text)


def find_entry_codes(text: PlainText) -> Iterator[Places]:
    """Give the codes of doors, gates, alarms and key safes; not those of a game in class."""
    if not _PLAY.search(text.lower):
        yield from _values(_ENTRY_CODES, text)


def find_login_names(text: PlainText) -> Iterator[Places]:
    """Give the names under which people log in."""
    yield from _values(_LOGINS, text)


def _values(patterns: tuple[re.Pattern[str], ...], text: PlainText) -> Iterator[Places]:
    for pattern in patterns:
        found = pattern.search(text.plain)
        if found:
            start = found.start("value")
            value = found["value"].rstrip(".,;:?")
            yield (Span(start, start + len(value)),)
            return
