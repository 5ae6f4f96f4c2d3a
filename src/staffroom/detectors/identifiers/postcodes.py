"""Where are postcodes?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from staffroom.detectors.cues import is_before
from staffroom.detectors.identifiers.identifier import Identifier
from staffroom.detectors.plain_text import PlainText
from staffroom.records.findings import Span

_WORTH_A_LOOK = re.compile(r"[a-z]\d")
_CODE = re.compile(
    r"(?<![\w£#@/.-])([A-Z]{1,2})\d[A-Z\d]?( ?)(\d[ABD-HJLNP-UW-Z]{2})(?!\w)", re.ASCII | re.IGNORECASE
)
# The areas that Royal Mail has, and ZZ, which the health service uses for nowhere in particular.
_AREA = re.compile(
    r"A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?"
    r"|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]"
    r"|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|Z[EZ]",
    re.IGNORECASE,
)
_ORDINALS = frozenset(("1ST", "2ND", "3RD", *(f"{digit}TH" for digit in range(10))))
_NAMED = re.compile(r"\bpost ?codes?\b")
_OF_A_PLACE = re.compile(
    r"\b(?:museum|zoo|theatre|cinema|park|venue|farm park|shop|gallery|castle|church|hall|hotel|pub|stadium"
    r"|library|pool|leisure centre|station|hospital|university|college|parking|sat ?nav|office|trust)\b"
)


def find(text: PlainText) -> Iterator[Identifier]:
    """Give the postcodes; that of a place where people go is not sure to be anybody's."""
    if not _WORTH_A_LOOK.search(text.lower):
        return
    for found in _CODE.finditer(text.plain):
        if not _AREA.fullmatch(found.group(1)) or _is_ordinal(text, found):
            continue
        yield Identifier((Span(*found.span()),), sure=not is_before(_OF_A_PLACE, text, found.start(), 45))


def _is_ordinal(text: PlainText, found: re.Match[str]) -> bool:
    """Say whether it is such as "room B1 2nd floor"."""
    is_apart = found.group(3).upper() in _ORDINALS and bool(found.group(2))
    return is_apart and not is_before(_NAMED, text, found.start(), 30)
