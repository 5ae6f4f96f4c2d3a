"""Does a draft tell which pupil it is about: by name, or by what everybody knows of one child only?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from staffroom.detectors.detector import Ground
from staffroom.detectors.kinship import is_family
from staffroom.detectors.names import FoundName, find_names
from staffroom.detectors.plain_text import PlainText
from staffroom.detectors.singling_out import find_singled_out
from staffroom.detectors.word_names import WORD_NAMES
from staffroom.policy.keeping import keeps
from staffroom.records.drafts import Draft
from staffroom.records.findings import Audience, Kind, Notice, Strength
from staffroom.records.known_people import Belonging
from staffroom.rules.name_forms import FormKind

_MINDS: Final = frozenset(
    [Audience.PUPIL, Audience.PARENT, Audience.COLLEAGUE, Audience.COMMUNITY, Audience.EMPLOYER]
)
_BEFORE = re.compile(
    r"(?:\b(?:my|a|one of my|one of our|our|the|another|this|that) )?\b(?:pupils?|students?|tutee)[,:]? $"
    r"|\b(?:kid|child|lad|boy|girl|lass|pupil|student)(?: (?:in|from) (?:my|our) \w{1,8}(?: \w{1,8})?)?"
    r" (?:called|named) $"
    r"|\b(?:teach|teaching|taught|tutor|tutoring|excluded|suspended) (?:little )?$"
    r"|\b(?:lad|little|meeting about|in my lesson|in my class) $"
    r"|\b(?:put|sent|lost) $"
)
_AFTER = re.compile(
    r"(?:'s)? (?:(?:is|was|sat|sits|and \w{1,12}) )?(?:in|from) (?:my|our) (?:\w{1,10} )?(?:class|form"
    r"|set|group|lesson)\b"
    r"|,? (?:is )?(?:one of )?(?:my|our) (?:pupils?|students?)\b"
    r"|'?s? (?:\w{1,12} ){0,2}(?:behaviour|homework|attendance|report|reading test|sats|ehcp|exclusion"
    r"|spelling test"
    r"|coursework|phonics|detention|reading age|grades?|mock|exercise book|mum|dad|mother|father|parents"
    r"|carer)\b"
    r"|'s (?:reading book|maths book|packed lunch|reading record|one to one|seat|peg|coat|tray|book)\b"
    r"|,? (?:\w{1,12} ){0,4}(?:moved to the other|moved (?:class|set|group|down a|up a)|bottom table"
    r"|top table|excluded|suspended|detention|my lessons?|under the table|star of the week"
    r"|bunked off|spelling test|in reception|assembly|a bursary|my class)\b"
)
_AROUND = re.compile(
    r"\b(?:year|yr) ?(?:1[0-3]|[1-9])\b|\b(?:1[0-3]|[1-9])[a-d]\b(?! pencil)|\b(?:in|from) reception\b"
    r"|\b(?:phonics|times tables|book ?bag|pe kit|golden time|house points?|merits?|playground"
    r"|my classroom|the register"
    r"|gcses?|a[ -]levels?|school council|class rep|head of year|intervention group|nurture group"
    r"|sen support|eal|report writing"
    r"|reading book|one to one|at playtime|at break|one-to-one|lunchtime club|on the carpet|in re)\b"
    r"|\bone of my (?:year|yr|y)\b|\bin (?:maths|english|science|pe|phonics|french|art) today\b"
    r"|\bobservation\b"
    r"|\bsocial services\b|\b(?:put|is|was|back) on report\b|\bmarked\b.{0,20}\b(?:test|book|essay|mock)\b"
    r"|\b(?:hasn't|not) been in school\b|\bout of assembly\b|\bkicked off\b|\b(?:lesson|restrain"
    r"|nobody came)\b"
    r"|\b(?:my|our) (?:pupils?|students?|lesson|class|form|tutor group)\b|\bmarking (?:books|homework)\b"
    r"|\bsupply today\b"
    r"|\bschool trip\b|\bsafeguarding\b|\bparents'? evening\b|\bdetention\b|\bspent all lesson\b|\bsats\b"
    r"|\b(?:my|our) ta\b|\bplayground duty\b"
)
_NEAR: Final = 60  # characters before and after a given name
_SOMEBODY_ELSE = re.compile(r" (?:the )?[A-Z][\w'-]{1,20}")


class Pupils:
    """Pupils who are named, or told by details. A given name alone counts only in a school's context."""

    name = "pupils"
    title = "Pupils who can be recognised"
    kinds: Mapping[str, Kind] = MappingProxyType(
        {
            "name": Kind(
                "CON-2",
                Strength.MUST,
                "This is a pupil's name. What the school knows of a pupil is confidential, good news too.",
                "Take the name out, or ask the school to post it where the family has agreed.",
                _MINDS,
            ),
            "class": Kind(
                "CON-2",
                Strength.MUST,
                "A first name or initials with a class tell other families which pupil is meant.",
                "Leave out the class and the letters: “a pupil” is enough.",
                _MINDS,
            ),
            "first-name": Kind(
                "CON-2",
                Strength.MUST,
                "With the words around it, this first name tells people at your school which pupil is meant.",
                "Write “a pupil” instead of the name, and leave out what only this child did.",
                _MINDS,
            ),
            "singled-out": Kind(
                "CON-2",
                Strength.MUST,
                "There is no name here, but only one such child: people at your school know who.",
                "Leave out the detail that fits one child only, or keep the story for the staff room.",
                _MINDS,
            ),
        }
    )

    @keeps("CON-2")
    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        """Give pupils' names and details; a post for the school is looked at in the same way."""
        for name in find_names(text, ground.names):
            kind = _kind(text, name) if Belonging.PUPIL & name.whose else None
            if kind and not is_family(text, name.span):
                yield Notice(kind, (name.span,))
        for span in find_singled_out(text):
            yield Notice("singled-out", (span,))


def _kind(text: PlainText, name: FoundName) -> str | None:
    if name.kind in (FormKind.FULL, FormKind.INITIAL, FormKind.ACCOUNT):
        return "name"
    if name.kind in (FormKind.INITIALS_CLASS, FormKind.GIVEN_CLASS):
        return "class"
    return "first-name" if name.kind is None and _is_meant(text, name) else None


def _is_meant(text: PlainText, name: FoundName) -> bool:
    """Say whether a given name alone is a pupil's, by the words around it."""
    start, end = name.span
    if _SOMEBODY_ELSE.match(text.plain, end) or _is_a_word(text, name):
        return False
    if _BEFORE.search(text.lower, max(0, start - _NEAR), start) or _AFTER.match(text.lower, end, end + _NEAR):
        return True
    return _AROUND.search(text.lower, max(0, start - _NEAR), end + _NEAR) is not None


def _is_a_word(text: PlainText, name: FoundName) -> bool:
    start, end = name.span
    if text.lower[start:end] not in WORD_NAMES:
        return False
    return not text.plain[start].isupper() or (
        start == 0 and text.plain[end : end + 1] == " " and (not _AFTER.match(text.lower, end, end + _NEAR))
    )


DETECTOR = Pupils()
