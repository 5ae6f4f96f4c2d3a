"""What is a clause, with what force does it speak, whom does it bind and by what is it kept?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Force(StrEnum):
    """With what strength a clause speaks, from a duty down to a piece of information."""

    MUST = "must"
    MUST_NOT = "must-not"
    SHOULD = "should"
    SHOULD_NOT = "should-not"
    NORMALLY = "normally"
    EXPECTS = "expects"
    ADVISES_AGAINST = "advises-against"
    ASKS = "asks"
    MAY = "may"
    PERMITS = "permits"
    DEFINES = "defines"
    INFORMS = "informs"


class Binds(StrEnum):
    """Whom a clause binds."""

    STAFF = "staff"
    SCHOOL = "school"
    HEADTEACHER = "headteacher"
    EVERYONE = "everyone"


class KeptBy(StrEnum):
    """By what kind of thing a clause is kept.

    `PROMPT` is a question asked of a person at the right moment; `PAGE` a page that everybody can read.
    """

    CODE = "code"
    DATA = "data"
    PAGE = "page"
    PROMPT = "prompt"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a policy.

    `cues` are key terms by which the same clause is known in another text. `people` says why people and
    not code keep the clause; `until_built` names the part of Staffroom that will keep it.
    """

    id: str
    section: str
    text: str
    force: Force
    binds: Binds
    kept_by: KeptBy
    cues: tuple[str, ...] = ()
    people: str = ""
    until_built: str = ""
