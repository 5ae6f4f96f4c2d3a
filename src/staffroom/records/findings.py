"""What was noticed in a draft, and what may be done about it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Strength(IntEnum):
    """How strongly the policy speaks: it tells people what they must do, should do, or are advised to do."""

    ADVISED = 1
    SHOULD = 2
    MUST = 3


class Audience(StrEnum):
    """Who might see a post."""

    PUPIL = "pupil"
    PARENT = "parent"
    COLLEAGUE = "colleague"
    COMMUNITY = "community"
    EMPLOYER = "employer"
    FUTURE_EMPLOYER = "future employer"


EVERYBODY = frozenset(Audience)


class Span(NamedTuple):
    """Characters `start` up to, not including, `end` of the draft's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that a detector can notice: the clause that it touches, why it matters, and a way out.

    `why` and `way_out` are a sentence or two for the author, without blame. `matters_to` is who would mind.
    `tells` is what a reader learns, to stand after "would read": "that you work for the school".
    A kind that `protects` is speech that the law may protect: in such a draft, a finding's way out is its
    `if_protected`, where it has one, which never says to take the words out.
    """

    clause: str
    strength: Strength
    why: str
    way_out: str
    matters_to: frozenset[Audience] = EVERYBODY
    tells: str = ""
    if_protected: str = ""
    protects: bool = False


class Notice(NamedTuple):
    """A detector's word: which of its kinds, and where in the text that it was given.

    One that is not `sure` is shown only where the school has set the detector to strict.
    """

    kind: str
    spans: tuple[Span, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """Something noticed in a draft, with what the author needs to see about it.

    `words` are the words that caused it, one for each span.
    """

    detector: str
    kind: str
    clause: str
    strength: Strength
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    why: str
    way_out: str
    matters_to: frozenset[Audience]
    tells: str = ""
    protects: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking a draft: findings, the strongest first, and what could not be done."""

    findings: tuple[Finding, ...] = ()
    problems: tuple[str, ...] = ()


NO_KINDS: Mapping[str, Kind] = MappingProxyType({})
