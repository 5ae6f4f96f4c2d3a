"""Is a name, or a child, the author's own family's?"""

from __future__ import annotations

import re
from typing import Final

from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_REACH: Final = 40  # characters before the name
_FAMILY = re.compile(
    r"\b(?:my|our|his|her|their)(?: (?:own|little|wee|big|baby|eldest|youngest|oldest|middle|gorgeous"
    r"|beautiful"
    r"|grown-up|step|foster|dear|lovely|darling)){0,2}"
    r" (?:son|daughter|boy|girl|niece|nephew|grandson|granddaughter|grandchild|godson|goddaughter|sister"
    r"|brother"
    r"|cousin|stepson|stepdaughter|husband|wife|partner|fiance|fiancee|boyfriend|girlfriend|mum|dad|nan|sons"
    r"|daughters|eldest|youngest|baby|bump|toddler|dog|cat|puppy|kitten|rabbit|hamster|friend|mate|neighbour"
    r"|own kids?|own child|own children)\b(?!'s (?:class|pupil|student))[,:]?(?: (?:and|called|named|is"
    r"|little))?"
    r" {0,2}$|\bour $"
)


def is_family(text: PlainText, span: Span) -> bool:
    """Say whether the words before a name say that its bearer is of the author's family, or a friend."""
    return _FAMILY.search(text.lower, max(0, span.start - _REACH), span.start) is not None
