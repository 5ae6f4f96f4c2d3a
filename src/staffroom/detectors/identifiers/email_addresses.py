"""Where are e-mail addresses?

By their form alone: no list of suffixes is asked, so that `.sch.uk` is found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_ADDRESS = re.compile(
    r"(?<![\w.+'-])([a-z0-9][\w.+'-]{0,63}) ?(?:@|[(\[] ?at ?[)\]]) ?"
    r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}(?![\w@-])",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"\b([a-z0-9]{1,30}(?: dot [a-z0-9]{1,30}){0,3}) at [a-z0-9-]{1,40}(?: dot (?:sch|ac|gov))?"
    r" dot (?:com|net|org|example|uk|co dot uk|org dot uk)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"office|admin|info|enquir(?:y|ies)|hello|contact|head(?:teacher)?|reception|jobs|press|no-?reply|support|help"
    r"|bookings|finance|pta|governors|clerk|library|kitchen|sales|secretary|postmaster|webmaster|tickets|events"
    r"|news|team|school|senco|safeguarding|dsl|attendance|absence"
)


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the e-mail addresses; those of a role ("office@") are nobody's own, so not sure."""
    if "@" in text.lower or "at)" in text.lower or "at]" in text.lower:
        yield from _given_by(_ADDRESS, text)
    if " dot " in text.lower:
        yield from _given_by(_SPELLED, text)


def _given_by(pattern: re.Pattern[str], text: PlainText) -> Iterator[Identifier]:
    for found in pattern.finditer(text.lower):
        yield Identifier((Span(*found.span()),), sure=not _ROLE.fullmatch(found.group(1)))
