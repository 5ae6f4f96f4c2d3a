"""Does a text tell where children will be, away from school, and when? What is over is told freely."""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.access.together import Places, find_together
from staffroom.detectors.plain_text import PlainText

_CHILDREN = re.compile(
    r"\b(?:(?:year|yr|y|class) ?\d{1,2}s?|reception|nursery|(?:my|our|the) (?:class|kids|lot)|kids|pupils"
    r"|children"
    r"|choir|netball|(?:seven|eight|nine|ten|six|five|four) year olds|girls|boys|\d{1,3} (?:kids|children"
    r"|pupils))\b"
)
_AWAY = re.compile(
    r"\b(?:museum|zoo|farm|park|beach|station|castle|library|baths|pool|theatre|planetarium|precinct"
    r"|hostel|london"
    r"|church|river|seaside|residential|away at|forest|gallery|aquarium|woods|stadium|cathedral|care home"
    r"|camp|cinema"
    r"|leisure centre|centre|climbing wall|ice rink|bowling|nature reserve|canal|town hall|by coach"
    r"|by minibus|by train)\b"
)
_AHEAD = re.compile(
    r"\bwill be\b|\btomorrow\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bnext (?:week|mon|tue"
    r"|wed|thu|fri|sat|sun)"
    r"|\boff to\b|\bleav(?:es|ing)\b|\bright now\b|\blive from\b|\bhere (?:till|until)\b|\bevery (?:mon"
    r"|tues|wednes|thurs|fri)day"
    r"|\bin the morning\b|\bthis (?:afternoon|morning)\b|\btill? \d|\buntil \d|\bback at\b|\bcurrently\b"
    r"|\bwe're at\b|\boutside the\b|\b(?:mon|tues|wednes|thurs|fri)day = "
)
_OVER = re.compile(
    r"\b(?:was|were|yesterday|last (?:week|month|term|mon|tue|wed|thu|fri)|had a|had such|back from"
    r"|safely home|what a day|loved"
    r"|thank you|taught us|enjoyed|went to|visited)\b"
)
_OTHERWISE = re.compile(
    r"\b(?:my own kids|my kids|no children|husband|wife|my mum|letters?|money|deposit|all welcome"
    r"|parents welcome"
    r"|come (?:to|and)|permission|consent|reading|the book|read|drew|draw|car park|homework|topic|virtual)\b"
)


def find_outings(text: PlainText) -> Iterator[Places]:
    """Give the words that say who will be away, where, and when."""
    for spans in find_together((_AWAY, _CHILDREN, _AHEAD), text):
        if not _OVER.search(text.lower) and not _OTHERWISE.search(text.lower):
            yield spans
