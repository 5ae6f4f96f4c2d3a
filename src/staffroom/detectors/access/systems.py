"""Where does a text point into the school's own network, or show what stands on its screens?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from staffroom.detectors.access.together import Places
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_ADDRESSES: Final = (
    re.compile(r"\\\\[\w.$-]{1,60}(?:\\[\w.$-]{1,60}){1,8}"),  # a share
    re.compile(r"\b[A-Z]:(?:\\[\w.$-]{1,60}){1,8}"),  # a drive
    re.compile(  # private networks (RFC 1918)
        r"(?<![\w.])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})"
        r"(?!\w|\.\d)"
    ),
    re.compile(
        r"(?<![\w.@-])(?:[a-z]{2,6}://)?(?:[a-z0-9-]{1,63}\.){1,5}(?:local|lan|internal|intranet|corp)\b"
        r"(?::\d{2,5})?(?:/[\w./-]{0,80})?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![\w.@-])(?:vpn|remote|rds?|rdp|citrix|intranet)(?:\.[a-z0-9-]{1,63}){2,5}", re.IGNORECASE
    ),
)
_SIGN_OF_ADDRESS = re.compile(
    r"\\|\d\.\d|\.(?:local|lan|internal|intranet|corp)\b|(?:vpn|remote|rds?|rdp|citrix|intranet)\."
)
_SHOWN = re.compile(
    r"\b(?:screen ?shots?|screen ?grabs?|photos?|pics?|picture|snap|snapshot|posting|look at|here's|heres)\b"
)
_ON_SCREEN = re.compile(
    r"\b(?:sims|cpoms|arbor|bromcom|parentpay|mis|my ?concern|class ?charts|isams|edulink|my screen|timetable"
    r"|register(?= on)|seating plan|e-?mails?|inbox|dashboard|logins?|passwords|notice ?board|mark ?book"
    r"|class list"
    r"|rota|risk assessment|contact list)\b"
)
_WRITTEN_ABOUT = re.compile(r"\b(?:e-?mail (?:me|us|the|your)|by e-?mail|evidence|assembly)\b")
_NEAR = 45


def find_addresses(text: PlainText) -> Iterator[Places]:
    """Give shares, drives, private addresses and names of hosts that only the inside knows."""
    if not _SIGN_OF_ADDRESS.search(text.lower):
        return
    for pattern in _ADDRESSES:
        for found in pattern.finditer(text.plain):
            yield (Span(*found.span()),)


def find_screens(text: PlainText, systems: tuple[str, ...]) -> Iterator[Places]:
    """Give a picture that is spoken of together with what is on it; `systems` are the school's."""
    shown = _SHOWN.search(text.lower)
    if not shown or _WRITTEN_ABOUT.search(text.lower):
        return
    begin, end = max(0, shown.start() - _NEAR), shown.end() + _NEAR
    on_screen = _ON_SCREEN.search(text.lower, begin, end)
    if on_screen:
        yield tuple(sorted((Span(*shown.span()), Span(*on_screen.span()))))
        return
    for system in systems:
        place = text.lower.find(system.lower(), begin, end)
        if place >= 0:
            yield tuple(sorted((Span(*shown.span()), Span(place, place + len(system)))))
            return
