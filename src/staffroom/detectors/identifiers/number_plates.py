"""Where are registration numbers of vehicles?

Those given out since 2001 have a form of their own. Older and Northern Irish ones look like rooms, roads and
bus lines, so they count only where a vehicle or a plate is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.cues import is_near
from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_WORTH_A_LOOK = re.compile(r"[A-Za-z]\d|\d[A-Z]|[A-Z] \d|\d [A-Z]")
_CURRENT = re.compile(
    r"(?<!\w)[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[12]\d|30|5[1-9]|[67]\d|80) ?([A-HJ-PR-Z]{3})(?!\w)",
    re.ASCII | re.IGNORECASE,
)
_OLDER = re.compile(
    r"(?<!\w)(?:[A-HJ-NPR-TV-Y]\d{1,3} ?([A-HJ-PR-Y]{3})"  # 1983 to 2001
    r"|([A-HJ-PR-Y]{3}) ?\d{1,3}[A-HJ-NPR-TV-Y]"  # 1963 to 1983
    r"|[A-Z]?(?:[A-Z]Z|I[A-Z]) ?\d{3,4})(?!\w)",  # Northern Ireland
    re.ASCII,
)
_DATELESS = re.compile(
    r"\b(?:[Rr]eg|[Rr]egistration|[Pp]late)(?: no| number)?(?:'s| is)?:? "
    r"(?P<plate>(?=\w ?\w{3}|\w\w ?\w\w|\w{3} ?\w)(?:\d{1,4} ?[A-Z]{1,3}|[A-Z]{1,3} ?\d{1,4}))(?!\w)",
    re.ASCII,
)
_WORD = re.compile(  # of three letters, which rooms, roads and lines have behind them
    r"LAB|ART|SEN|BUS|MAP|PEN|GYM|ICE|GAS|ERA|SOS|JAM|TEA|PET|DAY|END|KEY|SET|ALL|AND|THE|FOR|ARE|NOT|NOW|NEW"
    r"|OLD|OUT|OFF|ONE|TWO|TEN|MEN|BOY|DAD|MUM|CAT|DOG|BAG|BOX|CAR|VAN|HUT|POD|PLC|LTD|RED|SAT|CPD|SLT|PPA"
    r"|SRE|PSH|ADD|MAX|AGE|ACT|AIR|BAR|BED|CUP|EAR|EGG|EYE|FUN|HAT|JET|LAW|LEG|LET|MAY|NET|NUT|PAY|POT|RAT"
    r"|RUN|SEA|SUN|TAP|TOP|TOY|USE|WAR|WAY|WEB|YES|YET|ZOO"
)
_PLATE = re.compile(r"\breg\b|\bregistration\b|\b(?:number |numberplate|private )?plates?\b|\bnumberplate\b")
_VEHICLE = re.compile(
    r"\b(?:car|van|lorry|motor|truck|4x4|suv|vehicle|motorbike|taxi|park(?:ed|ing|s)|driv(?:es|er|ing)|drove|moving"
    r"|blocked|blocking|zigzags|audi|bmw|merc|mercedes|ford|fiesta|focus|corsa|astra|vauxhall|polo|golf|vw|mini"
    r"|fiat|kia|nissan|toyota|skoda|seat|honda|volvo|tesla|land rover|range rover|jeep|renault|clio|peugeot"
    r"|citroen|morris|hyundai|jag|jaguar|porsche|transit)\b"
)


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the registration numbers."""
    if not _WORTH_A_LOOK.search(text.plain):
        return
    for found in _CURRENT.finditer(text.plain):
        span = Span(*found.span())
        is_named = is_near(_PLATE, text, span) or is_near(_VEHICLE, text, span)
        is_plain = found.group().isupper() and not _WORD.fullmatch(found.group(1))
        if is_named or is_plain:
            yield Identifier((span,))
    for found in _OLDER.finditer(text.plain):
        span = Span(*found.span())
        serial = found.group(1) or found.group(2) or ""
        if is_near(_PLATE, text, span) or (not _WORD.fullmatch(serial) and is_near(_VEHICLE, text, span)):
            yield Identifier((span,))
    for found in _DATELESS.finditer(text.plain):
        yield Identifier((Span(*found.span("plate")),))
