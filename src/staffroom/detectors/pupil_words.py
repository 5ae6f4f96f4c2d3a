"""Where does a text speak of pupils, of this school and now?"""

from __future__ import annotations

import re
from typing import Final

from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_CHILDREN: Final = r"(?:kids?|lads?|boys?|girls?|child|children|teens?|teenagers)"
_GROUP: Final = r"(?:class|form|tutor group|set|school|netball team|football team|choir|lessons?)"
_PUPILS = re.compile(
    r"\b(?:pupils?|(?<!as a )students?)\b(?!'? (?:loans?|teachers?|union|council|nurse|voice|finance"
    r"|discount|house"
    r"|card|days))"
    r"|\bsixth[- ]?form(?:ers?)?\b|\b(?:tutor group|tutees?)\b|\b(?:year|yr) ?(?:1[0-3]|[1-9])s\b"
    r"|\by(?:1[0-3]|[1-9])s\b"
    r"|\b(?:a|an|my|lot of|half of|half|the|with|to|let|told|gave|given|for|hey|hi|hello|dear|no,|y?our"
    r"|some|few|two|three) (?:year|yr) ?(?:1[0-3]|[1-9])\b"
    r"(?! (?:teacher|parents?|mums?|dads?|planning|team|maths|project|lead))"
    r"|(?:^|[,.!:?\n] ?|\btime )(?:year|yr) ?(?:1[0-3]|[1-9])(?=[,:!]| (?:leavers|add|follow|text|message"
    r"|my))"
    r"|\b(?:year|yr) ?(?:1[0-3]|[1-9]) (?:lad|girl|boy|kid|set)s?\b|\bhead (?:girl|boy)\b"
    r"|\b(?:year|yr) ?(?:1[0-3]|[1-9])(?=[,!])"
    r"|\b(?:my|our) y(?:1[0-3]|[1-9])\b|\bleavers\b|(?:^|[.!?] )kids,|\bmy \w{2,8} group\b"
    r"|\b(?:he|she)'s (?:only )?in (?:year|yr) ?(?:1[0-3]|[1-9])\b"
    rf"|\b{_CHILDREN} in (?:(?:year|yr) ?|y)(?:1[0-3]|[1-9])\b"
    rf"|\b{_CHILDREN} (?:from|in|at) (?:school|(?:my|our|the) (?:\w{{1,10}} )?{_GROUP})\b"
    rf"|\b(?:my|our|the|told my) (?:class|form|kids on the|kids in the)\b(?! (?:teacher|twitter|assembly"
    rf"|photo|account))"
    rf"|\bif you're in my class\b|\bthe kids\b(?! next door)|\bmy lot\b"
)
_FORMER = re.compile(
    r"\b(?:former|ex-?|old|past) ?(?:pupil|student)|\byears ago\b|\bused to teach\b|\b(?:19|20)\d\d\b.{0,40}"
    r"\b(?:grandchildren|grown up|adult)\b|\bgrandchildren\b"
)


def find_pupils(text: PlainText) -> list[Span]:
    """Find where pupils are spoken of; none where the text is about former ones."""
    if _FORMER.search(text.lower):
        return []
    return [Span(*found.span()) for found in _PUPILS.finditer(text.lower)]
