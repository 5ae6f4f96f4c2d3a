"""Where does a text speak of an adult of the school whom people there would know?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from staffroom.detectors.names import find_names
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span
from staffroom.records.known_people import Belonging
from staffroom.records.name_sketch import NameSketch

_SUBJECT: Final = (
    r"(?:maths|english|science|history|geography|pe|art|music|drama|french|spanish|german|re|computing|dt"
    r"|ict|it"
    r"|physics|chemistry|biology|year \d{1,2}|y\d{1,2}|reception|nursery|supply|cover|student)"
)
_ROLE: Final = (
    rf"(?:head(?: ?teacher)?(?: of (?:department|faculty|key stage|sixth form|school|{_SUBJECT}))?"
    r"|(?:deputy|assistant)(?: ?head(?:teacher)?)?|principal|ta|lsa|teaching assistant|senco|dsl"
    r"|line manager|mentor"
    r"|job ?share|site (?:manager|team)|caretaker|cleaners?|cook|lunchtime supervisors?|dinner lad(?:y"
    r"|ies)|midday"
    r"|business manager|bursar|exams officer|office (?:staff|manager|lady|team)|receptionist"
    r"|chair of governors"
    r"|(?:parent |staff )?governors?|pta(?: chair)?|academy trust|trust|(?:catering|ict|it|cleaning"
    r"|coach) company"
    rf"|caterers|{_SUBJECT} (?:teacher|lead)|colleagues?(?: next door| across the corridor| in \w{{1,12}})?"
    r"|pastoral (?:lead|manager|team)|attendance officer|school nurse|librarian|(?:science "
    r"|lab )?technician|chaplain"
    r"|(?:exec|executive) head|ceo|ed psych|education welfare officer|admin(?: team)?|invigilators?"
    r"|cover supervisor"
    r"|minibus driver|coach driver|lollipop (?:man|lady)|local authority|council|class teacher|form tutor"
    r"|tutor"
    r"|ect|nqt|boss|hod|hoy|hlta|hr|union rep|lead for \w{1,12}|slt|(?:kitchen|catering) (?:staff|team"
    r"|lot)|leadership team|(?:woman|man|lady|bloke) (?:in|from) the (?:office|kitchen|library))"
)
_CLASS: Final = r"(?:\d{1,2}[a-h]|r[a-d]|year ?\d{1,2}|y\d{1,2}|reception|nursery|my class|my form)"
_PARENT: Final = r"(?:mum|mam|mom|dad|mother|father|parents?|nan|gran|granddad|carer)"
_ROLES = re.compile(
    rf"\b(?:my|our|the|that|this|a certain)(?: (?:so-called|new|old|own|other|dear|lovely"
    rf"|so-called))? {_ROLE}\b(?!'s? (?:dog|cat|car))"
    rf"|\bslt\b|\b(?:that|this|the|a certain) {_PARENT} (?:from|in|of|at) (?:{_CLASS}|the (?:gates?"
    rf"|school gates?))\b"
    rf"|\bthe {_PARENT} of (?:that|the|a) \w{{1,10}}(?: in (?:my|our) \w{{1,8}}| in {_CLASS})?"
    rf"|\b(?:one|some) of (?:my|our) (?:parents|governors|tas|colleagues)\b|\b{_CLASS} (?:parents|mums"
    rf"|dads)\b"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Miss|Ms|Dr|Sir|Mx)\.? [A-Z][\w'-]{1,20}")
_IN_STORIES: Final = frozenset(
    [
        "bean",
        "darcy",
        "doubtfire",
        "trunchbull",
        "rochester",
        "twit",
        "tumble",
        "blobby",
        "bennet",
        "bennett",
        "magoo",
        "motivator",
        "big",
        "potato",
        "honey",
        "incredible",
        "snape",
        "hyde",
        "jekyll",
        "who",
        "watson",
        "strange",
        "havisham",
        "marple",
        "tiggywinkle",
        "brown",
        "men",
        "bates",
        "chips",
        "gum",
    ]
)


class Adult(NamedTuple):
    """An adult of the school; `is_named` by a name, else by what everybody there knows."""

    span: Span
    is_named: bool


def find_adults(text: PlainText, names: NameSketch | None) -> list[Adult]:
    """Find adults by their names, by a title and any name, or by what they are to the school."""
    found = [Adult(span, True) for span in _named(text, names)]
    taken = {place for adult in found for place in range(*adult.span)}
    for role in _ROLES.finditer(text.lower):
        span = Span(*role.span())
        if taken.isdisjoint(range(*span)):
            found.append(Adult(span, False))
    return found


def _named(text: PlainText, names: NameSketch | None) -> Iterator[Span]:
    known = [
        one.span
        for one in find_names(text, names)
        if one.kind is not None and one.whose & (Belonging.STAFF | Belonging.GOVERNOR)
    ]
    yield from known
    ends = {span.start for span in known}
    for titled in _TITLED.finditer(text.plain):
        family = titled.group().split()[-1].lower().removesuffix("'s")
        if titled.start() not in ends and family not in _IN_STORIES:
            yield Span(titled.start(), titled.end() - (2 if titled.group().endswith("'s") else 0))
