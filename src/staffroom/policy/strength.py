"""With what force does a sentence speak, as far as its words show?"""

from __future__ import annotations

import re

from staffroom.policy.clause import Force

# The first that is found counts: a prohibition before the duty that its words contain.
SIGNS = tuple(
    (force, re.compile(signs, re.I))
    for force, signs in (
        (
            Force.MUST_NOT,
            r"\b(?:must|shall|may|will) not\b|\bmust neither\b|\bnever\b|\b(?:is|are) forbidden\b",
        ),
        (Force.SHOULD_NOT, r"\bshould (?:not|neither|never)\b"),
        (Force.ADVISES_AGAINST, r"\badvis\w+ (?:them )?(?:against|from|not)\b|\bdiscourage"),
        (Force.NORMALLY, r"\bnormally\b"),
        (Force.MUST, r"\bmust\b|\bshall\b|\brequire[sd]?\b|\bwill\b"),
        (Force.SHOULD, r"\bshould\b"),
        (Force.EXPECTS, r"\bexpect(?:s|ed)?\b"),
        (Force.ASKS, r"\basks?\b|\bplease\b|\bthink\b|\bconsider\b|\?\s*$"),
        (Force.MAY, r"\bmay\b|\bcan\b|\bcould\b|\bmight\b"),
        (Force.DEFINES, r"\bmeans?\b|\bapplies to\b|\bcovers\b"),
    )
)


def read_force(sentence: str) -> Force:
    """Read the force of a sentence from its verbs; `INFORMS` where none shows a duty or a liberty."""
    for force, signs in SIGNS:
        if signs.search(sentence):
            return force
    return Force.INFORMS
