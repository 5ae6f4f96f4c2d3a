"""Whose is it: the author's own, or somebody else's?

The word that stands nearest before an identifier decides ("my number is", "his dad's number is"); where there
is none, the author's own is only what is said to be so directly behind it.
"""

from __future__ import annotations

import re

from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_REACH_BEFORE, _REACH_AFTER = 90, 16
_PEOPLE = (
    r"(?:mums?|mams?|mothers?|dads?|fathers?|parents?|nans?|grans?|grandads?|sons?|daughters?|sisters?|brothers?"
    r"|husbands?|wife|wives|partners?|boyfriends?|girlfriends?|mates?|friends?|neighbours?|colleagues?|boss"
    r"|heads?|headteacher|deputy|tas?|kids?|child|children|pupils?|students?|class|classes|group|form|tutor"
    r"|year|lot|school|caretaker|cleaners?|landlord|landlady|aunts?|uncles?|cousins?|lads?|lasses|lass)"
)
_THINGS = (  # what people call "our" when they speak for their own household
    r"(?:place|house|home|address|flat|gaff|number|landline|phone|postcode|street|road|car|van|reg|account"
    r"|bank|iban|card|email|keys|door)"
)
_SHORTENED = (  # "is" shortened: nobody owns anything by these
    r"(?:it|that|here|there|what|let|where|how|when|mobile|number|phone|email|address|postcode|dob|reg|iban"
    r"|passport|licence|account|card|birthday|no|num|nino|plate|upn|one|today|tomorrow|school|mine)"
)
_WHO = re.compile(
    rf"(?P<other>\b(?:my|our) (?:[a-z]{{1,12}} )?{_PEOPLE}(?:'s)?\b"
    r"|\b(?:his|hers?|him|hes?|shes?|their|theirs|them|they|theyre|who|whose|whoever|emergency contact"
    r"|mrs?|miss|ms|dr|sir|madam)\b"
    rf"|\b{_PEOPLE}\b|\b(?!{_SHORTENED}'s)[a-z]{{2,20}}'s\b)"
    rf"|(?P<own>\b(?<!not )(?<!not to )(?:my|mine|me|i|i'm|im|i've|ive|i'd|i'll|ours)\b"
    rf"|\bour (?:[a-z]{{1,12}} )?{_THINGS}\b"
    r"|\bwe (?:live|are|moved)\b|\bwe(?:'re| have moved|'ve moved)"
    r"|\b(?:call|ring|phone|text|message|email|find|reach|contact|pay|send) us\b)"
)
_DIRECTLY_BEHIND = re.compile(r"\W{0,3}(?:(?:is|are|that's|thats|it's|its) )?(?:my|mine|me|i|i'm|im|i've)\b")


def is_own(text: PlainText, span: Span) -> bool:
    """Say whether an identifier looks to be the author's own."""
    nearest = None
    for found in _WHO.finditer(text.lower, max(0, span.start - _REACH_BEFORE), span.start):
        nearest = found
    if nearest is not None:
        return nearest.lastgroup == "own"
    return _DIRECTLY_BEHIND.match(text.lower, span.end, span.end + _REACH_AFTER) is not None
