"""Does a draft tell what is confidential about a child, a colleague or the school?

A topic is nobody's secret: training, news, policy and the author's own life are left alone. A person or an
event must be at hand: one of my class, our deputy, tomorrow's paper, a picture of the school's own system.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from staffroom.detectors.detector import Ground
from staffroom.detectors.phrases import Match, outermost
from staffroom.detectors.plain_text import PlainText
from staffroom.detectors.school_places import find_school_words, whole_address
from staffroom.detectors.tables import read_phrases
from staffroom.policy.keeping import keeps
from staffroom.records.drafts import Draft
from staffroom.records.findings import Kind, Notice, Span, Strength

PHRASES: Final = read_phrases("confidential")
# Words within which the one speaks of the other.
REACH: Final = {
    "child": 14, "colleague": 14, "pronoun": 10,
    "general": 9, "fiction": 9, "own": 9, "picture": 9, "thing": 4,
}  # fmt: skip
OF_COLLEAGUES: Final = frozenset({"staffing"})


def _kind(why: str, way_out: str, tells: str) -> Kind:
    return Kind("CON-2", Strength.MUST, why, way_out, tells=tells)


class Confidential:
    """What is confidential about a child, a colleague or the school."""

    name = "confidential"
    title = "Confidential matters of the school"
    kinds = MappingProxyType(
        {
            "safeguarding": _kind(
                "This is about a child's safety. Even without a name, somebody may know who is meant.",
                "Take it out. If something worries you, tell the designated safeguarding lead today.",
                "something about a child's safety",
            ),
            "special-needs": _kind(
                "A child's special needs are confidential, and a few details point to one child.",
                "Take the child out: write about the topic, or talk to the SENCO.",
                "something about a child's special needs",
            ),
            "health": _kind(
                "A child's health is confidential, and a few details point to one child.",
                "Take out what is said about the child's health.",
                "something about a child's health",
            ),
            "behaviour": _kind(
                "What a child did, and what followed, stays between the family and the school.",
                "Take the incident out, and record it in the school's own system.",
                "what a child did, and what followed",
            ),
            "staffing": _kind(
                "A colleague's job, pay or health is theirs to tell, and not everybody knows of it yet.",
                "Take the colleague out, or ask whether they mind.",
                "something about a colleague's job or health",
            ),
            "inspection": _kind(
                "What inspectors say is confidential until the report is published.",
                "Wait until the report is out.",
                "how an inspection goes that is not public yet",
            ),
            "exam": _kind(
                "A paper or its answers must not be known before the day.",
                "Take it out. If it has got out already, tell the exams officer now.",
                "what is in a paper before its day",
            ),
            "school-system": _kind(
                "A picture of the school's system may show names and marks that are easy to overlook.",
                "Leave the picture out, or describe it in words.",
                "what the school's own system shows",
            ),
            "code-word": _kind(
                "The school has asked that this word is not used outside.",
                "Take the word out.",
                "a word that the school keeps to itself",
            ),
        }
    )

    @keeps("CON-2")
    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        """Notice a person or an event at hand beside what is confidential."""
        found = PHRASES.find(text.words)
        own_words = find_school_words(text, ground.words)
        yield from _school_system(text, found, own_words)
        code_words = tuple(whole_address(text, one.span) for one in own_words if one.label == "code_words")
        if code_words:
            yield Notice("code-word", code_words)
        yield from _topics(found)


def _topics(found: list[Match[str]]) -> Iterator[Notice]:
    """Yield a notice for each kind of which somebody or something at hand is told."""
    told: dict[str, list[Match[str]]] = {}
    for cue in found:
        kind, _, rank = cue.label.rpartition("-")
        if kind in Confidential.kinds and _is_at_hand(cue, kind, rank, found):
            told.setdefault(kind, []).append(cue)
    for kind, cues in told.items():
        yield Notice(kind, tuple(cue.span for cue in outermost(cues)))


def _is_at_hand(cue: Match[str], kind: str, rank: str, found: list[Match[str]]) -> bool:
    """Say whether a person or an event is spoken of, and not a topic, nor the author's own life."""
    if _has(found, cue, "own", least=0) or _has(found, cue, "fiction"):
        return False
    if rank != "sure" and _has(found, cue, "general"):
        return False
    if rank == "sure":
        return True
    somebody = "colleague" if kind in OF_COLLEAGUES else "child"
    return _has(found, cue, somebody) or (rank == "topic" and _has(found, cue, "pronoun"))


def _has(found: list[Match[str]], cue: Match[str], label: str, least: int = 1) -> bool:
    return any(one.label == label and least <= one.distance(cue) <= REACH[label] for one in found)


def _school_system(text: PlainText, found: list[Match[str]], own_words: list[Match[str]]) -> Iterator[Notice]:
    """A system's name is no secret; a picture of it is."""
    spans: list[Span] = [
        place.span
        for place in own_words
        if place.label == "systems" and _has(found, place, "picture") and not _has(found, place, "thing")
    ]
    if spans:
        yield Notice("school-system", tuple(spans))


DETECTOR = Confidential()
