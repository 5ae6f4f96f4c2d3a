"""How do people give an answer: "my first … was …", "first …: …"?"""

from __future__ import annotations

import re
from typing import Final

_NO_ANSWER = (  # words that end an answer; as the first word they say that none is given
    r"(?:and|but|so|who|which|that|with|n|because|cause|cos|as|before|after|when|while|obvs|obviously|lol"
    r"|always|for"
    r"|from|to|is|was|were|in|on|at|by|i|i'm|im|i'd|we|he|she|they|it|it's|its|you|your|my|our|their|his"
    r"|her|not|like"
    r"|no|yes|what|where|how|if|then|than|or|still|just|now|today|tomorrow|yesterday|all|since|again|up"
    r"|back|over"
    r"|me|too|btw|haha|x|xx|thank|thanks|please|pray|of|off|out|into|until|till|til|cost|called|named"
    r"|about|around"
    r"|very|really|quite|pretty|such|being|full|closed|best|worst|great|good|bad|better|amazing|awesome"
    r"|brilliant"
    r"|awful|terrible|lovely|wild|fun|funny|hard|easy|long|short|over|done|next|late|early|sure|never|ever"
    r"|only"
    r"|hidden|this|these|those|there|here|everyone|everybody|nobody|the|an?)"
)
_NAME = (
    r"(?!I\b)[A-Z0-9][\w'&-]{0,30}(?: (?:(?:of|to|in|and|for|on) )?(?:the )?(?!I\b"
    r"|I')[A-Z0-9][\w'&-]{0,30}){0,3}"
)
_SMALL = (
    rf"(?!(?i:{_NO_ANSWER})\b)[^\W\d_][\w'&-]{{0,30}}(?: (?!(?i:{_NO_ANSWER})\b)[^\W_][\w'&-]{{0,30}}){{0,3}}"
)
_FILLERS = r"(?:(?i:an?|actually|probably|always|obviously|definitely|called|named) ){0,2}"

ANSWER: Final = rf"{_FILLERS}(?:the (?=[A-Z]))?(?P<answer>{_NAME}|{_SMALL})"
CAPITAL_ANSWER: Final = rf"{_FILLERS}(?:the )?(?P<answer>{_NAME})"
_LINK = (
    r"(?:(?:'s)?\s?[:=?]\s?|\s-\s|'s\s|,?(?:\s(?:back|in|at|when|i|then|as|of|an?|kid|child|ever|had|got"
    r"|ago|all|time|'?\d{2,4}s?)){0,4}?\s(?:that would be|that'd be|has to be|had to be|has always been"
    r"|was always"
    r"|was called|were called|was named|is called|named it|named him|named her|would be|was|were|is|called"
    r"|named)\s)"
)
_LABEL = r"(?:\s?[:=?]\s?(?:that would be )?)"
_OWN = r"(?:my|our|me) (?:very )?"


def said_of(subject: str, own: str = _OWN, through: str = "") -> tuple[re.Pattern[str], ...]:
    """Give the patterns of an answer about a subject of the author's own; each has a group `answer`.

    `through` is a pattern of what may stand before the answer, such as "a goldfish called".
    """
    return (
        re.compile(rf"(?i:\b{own}{subject}{_LINK}){through}{ANSWER}"),
        re.compile(rf"(?i:\b{own}{subject}(?:,\s|\s\())(?=(?i:an?|the)\s|[A-Z]){ANSWER}"),
    )


def labelled(subject: str, *, at_start: bool = False) -> re.Pattern[str]:
    """Give the pattern of a filled-in form ("First pet: Rex"); `at_start` holds it to the start of a line."""
    place = r"^\W{0,4}(?:\d{1,2}[.)] )?" if at_start else r"(?<!your )(?<!ur )\b"
    return re.compile(rf"(?im:{place}(?:the )?(?:name of )?(?:my )?{subject}{_LABEL}){ANSWER}")


def told_before(subject: str, own: str = _OWN) -> re.Pattern[str]:
    """Give the pattern of what stands behind an answer ("Rex was my first dog")."""
    return re.compile(rf"(?:,| was| is| were) {own}{subject}\b")


# The answer itself, to be looked for up to where such a pattern begins.
BEFORE: Final = re.compile(
    rf"(?!(?i:{_NO_ANSWER})\b)(?P<answer>\b{_NAME}|(?<!first )\b[^\W_][\w'-]{{0,30}})$"
)
