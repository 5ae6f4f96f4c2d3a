"""Which words tell everybody which child is meant, though they name nobody?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_HEADS: Final = frozenset(
    [
        "child",
        "arrival",
        "kid",
        "boy",
        "girl",
        "lad",
        "lass",
        "pupil",
        "student",
        "twin",
        "twins",
        "triplets",
        "youngster",
        "mine",
        "user",
        "one",
        "child's",
        "kid's",
        "boy's",
        "girl's",
        "lad's",
        "pupil's",
        "student's",
    ]
)
_PUPIL: Final = r"(?:pupil|student|pupil's|student's)"
_CHILD: Final = r"(?:child|kid|boy|girl|lad|lass|pupil|student|twin|youngster)"
_PLACE: Final = (
    r"(?: (?:in|from|of|on) (?:(?:my|our|this|the) )?(?:[\w-]{1,12} )?"
    r"(?:class|group|form|set|school|cohort|(?:year|yr) ?(?:\d{1,2}|r)(?: class)?|[yp]\d{1,2}|reception"
    r"|nursery|r[a-d]"
    r"|\d{1,2}[a-h])(?![\w-]))"
)
_KIN: Final = (
    r"(?:mum|mam|mammy|mom|da|dad|mother|father|parents|brother|sister|nan|gran|carer|family|stepdad|house)"
)
_CONDITION: Final = (
    r"(?:(?:a|an|the|his|her|one|no|two) )?(?:hands?|hair|legs?|mums|dads|glass eye|cochlear implant"
    r"|feeding tube|hearing aids?|down'?s|tourette'?s"
    r"|leuka?emia|cancer|autism|asd|adhd|epilepsy|diabetes|stoma|prosthetic|wheelchair|walking frame"
    r"|cerebral palsy|stammer|stutter|arm|leg|eye|eating disorder|anorexia|cystic fibrosis|tumou?r"
    r"|muscular dystrophy|birthmark|hiv|pda|odd|fasd|selective mutism|social worker|ehcp|tag|criminal record)"
)
_DEED: Final = (
    r"(?:(?:just|always|nearly|almost|only|has|had|have|'s|is|was|were|got|gets|been|being|keeps|recently"
    r"|permanently|newly|also) ){0,4}"
    r"(?:came (?:to us|here) from|lied|found out|fainted|collapsed|cheated|threw up|disclosed|lost (?:his"
    r"|her|their|a)|cut (?:him"
    r"|her)|bit|bites|biting|threw|throws|throwing|spat|spits|spitting|kicked|kicks|punched|hits?|slapped"
    r"|headbutted"
    r"|attacked|assaulted|pushed|stabbed|swore|called|set fire|set off|excluded|expelled|suspended|arrested"
    r"|pregnant|came out|coming out|transitioning|self-? ?harms?|self-? ?harming|ran away|absconded|stole"
    r"|steals"
    r"|wet|soiled|joined|moved here|arrived|smashed|trashed|overdosed|died|bullied|adopted|fostered|in care"
    r"|tried to (?:kill|hurt)|lives? (?:with|in)|doesn't speak|can't (?:read|walk|speak|hear|see)"
    r"|brought (?:a|in))"
)
_DETAIL: Final = (
    rf"(?: (?:who|that|who's) {_DEED}| whose {_KIN}\b(?: \w{{1,12}}){{1,4}}| with {_CONDITION})(?!\w)"
)
_ONLY = re.compile(
    rf"(?<!was )(?<!being )(?:\b(?:the|our|my|that|his|her) )?\b(?:only|one) (?:(?:have|has|had"
    rf"|got) )?(?:[\w'-]{{1,14}} ){{0,3}}?"
    rf"(?:{_CHILD}|wheelchair user|(?:family|mum|dad)'s (?:little )?(?:boy|girl|child"
    rf"|kid))(?!\w)(?:{_PLACE}|{_DETAIL})?"
)
_TOLD = re.compile(
    rf"\b(?:the|that|this|a|another|one|our|my|some) (?:[\w'-]{{1,14}} ){{0,2}}?(?:{_CHILD}|twins|triplets"
    rf"|mine)(?!\w)(?:{_PLACE})?(?:{_DETAIL})"
    rf"|\b(?:one of mine|a (?:year|yr) ?\d{{1,2}}|the one|the wee one|one)(?:{_PLACE})?(?:{_DETAIL})"
    rf"|\b(?:the|these|those|our) (?:[\w'-]{{1,14}} )?(?:twins|triplets)(?:{_PLACE}"
    rf"| who (?:\w{{1,9}} )?joined)"
)
_SORT = re.compile(
    rf"\b(?:the|that|this|our|a) (?:(?:new|little) )?(?:refugee|foster|fostered|adopted|looked[ -]after"
    rf"|asylum[ -]seeker|traveller|gypsy|trans|non-?verbal|autistic|deaf|blind|disabled|suicidal|anorexic"
    rf"|pregnant|bereaved|diabetic|epileptic) {_CHILD}(?!\w){_PLACE}"
    rf"|\b(?:the|that|this|our) (?:new|newest) (?:little )?(?:{_CHILD}|arrival)(?:{_PLACE})? from (?!it\b"
    rf"|hr\b|finance|sales"
    rf"|work|the\b"
    rf"|supply|payroll|agency|my\b)[\w-]{{3,20}}"
)
_OUR_ONLY = re.compile(
    rf"our only (?!little|dear|darling|beautiful|grand"
    rf"|surviving)[\w'-]{{3,14}} {_CHILD}\Z"
)
_PLACED = re.compile(_PLACE)
_OTHERS_LIVES = re.compile(
    r"\b(?:years ago|when i was|i was|in (?:19|20)\d\d|book|film|novel|matilda|drama|series)\b"
)


def find_singled_out(text: PlainText) -> Iterator[Span]:
    """Give the words that tell which child is meant."""
    if not any(word.text in _HEADS for word in text.words) or _OTHERS_LIVES.search(text.lower):
        return
    taken = 0
    spans = [Span(*found.span()) for pattern in (_TOLD, _SORT) for found in pattern.finditer(text.lower)]
    spans += [Span(*found.span()) for found in _ONLY.finditer(text.lower) if _is_told(found.group())]
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.start >= taken:
            taken = span.end
            yield span


def _is_told(words: str) -> bool:
    """Say whether "the only child …" is one of a class, and not of a family or a place in the world."""
    if " one " in f" {words}" and "only" not in words:
        return "family's" in words or (_PLACED.search(words) is not None and bool(re.search(_DETAIL, words)))
    if _OUR_ONLY.match(words):
        return True
    return bool(_PLACED.search(words) or re.search(_DETAIL, words) or re.search(_PUPIL, words))
