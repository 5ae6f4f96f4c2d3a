"""How loud is a text: capitals, and signs set again and again?"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from staffroom.detectors.plain_text import PlainText

_SIGNS: Final = re.compile(r"[!?]{2,20}")
# What is written in capitals anyway.
_LETTERS: Final = frozenset(
    """BBC NHS TES DFE SEND SENCO SENCOS OFSTED ESTYN HMI PGCE QTS ECT ECTS NQT NQTS PPA CPD INSET
    GCSE GCSES SATS EYFS KS1 KS2 KS3 KS4 SLT TLR TAS HLTA LSA LSAS DSL CPOMS SIMS EHCP EHCPS
    IEP CAMHS ADHD ASD PDA NEU NASUWT GMB UNISON ACAS LADO MASH MAT MATS PTA PTFA OMG LOL ITV
    RSPB VAR USB PDF FAQ DIY UK USA OK PM AM BREAKING PSHE RAAC HR NDA GDPR FOI TTRPG PE RE ICT
    DT MFL""".split()  # noqa: SIM905 - a list to be read
)


class Emphasis(NamedTuple):
    """How many words of three letters or more are in capitals, of how many, and how often signs are set."""

    capitals: int
    words: int
    signs: int

    @property
    def is_shouting(self) -> bool:
        """Say whether a reader would hear shouting."""
        return self.capitals >= 3 or (self.capitals >= 1 and self.signs >= 1) or self.signs >= 2


def hear(text: PlainText) -> Emphasis:
    """Measure how loud a text is."""
    written = [text.plain[word.start : word.end] for word in text.words]
    long = [word for word in written if len(word) >= 3]
    capitals = sum(word.isupper() and word not in _LETTERS for word in long)
    signs = len(_SIGNS.findall(text.plain)) if "!" in text.plain or "?" in text.plain else 0
    return Emphasis(capitals, len(long), signs)
