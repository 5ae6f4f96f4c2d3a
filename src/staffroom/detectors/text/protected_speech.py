"""Is this speech that the law may protect?

Whistleblowing, union matters, harassment suffered, danger at work: whoever speaks of these is told that the
law can protect it, and who gives advice. No sentence here may warn or discourage. CON-1 binds the school to
respect private life; the author is only ever advised, whatever the clause's force upon the school.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from staffroom.detectors.detector import Ground
from staffroom.detectors.phrases import Match, outermost
from staffroom.detectors.plain_text import PlainText
from staffroom.detectors.tables import read_phrases
from staffroom.policy.keeping import keeps
from staffroom.records.drafts import Draft
from staffroom.records.findings import Kind, Notice, Strength

PHRASES: Final = read_phrases("protected-speech")
NEAR: Final = 14  # words
CLEAR: Final = "-clear"


def _kind(why: str, advice: str) -> Kind:
    """No audience is named: whoever may read it, the author is not warned of them."""
    return Kind("CON-1", Strength.ADVISED, why, advice, matters_to=frozenset(), protects=True)


class ProtectedSpeech:
    """Speech that the law may protect."""

    name = "protected-speech"
    title = "Speech that the law may protect"
    kinds = MappingProxyType(
        {
            "whistleblowing": _kind(
                "You have a right to report wrongdoing at work, and the law can protect those who do.",
                "The charity Protect has a free, confidential advice line on whom to tell and how; your "
                "union rep, ACAS and the school's whistleblowing policy help too.",
            ),
            "union": _kind(
                "Taking part in a union is your right, and so is speaking up about pay and conditions. "
                "The law protects both.",
                "Your union rep can help with the wording, and ACAS explains the rights of members and reps.",
            ),
            "harassment": _kind(
                "You have a right to speak about harassment or discrimination that you have met with. "
                "The law can protect you when you do.",
                "Your union rep, ACAS and the Equality Advisory and Support Service give free advice. A note "
                "of what happened and when will help you.",
            ),
            "health-and-safety": _kind(
                "You have a right to raise a danger at work, and the law can protect those who do.",
                "Your union's safety rep or the Health and Safety Executive can act on it; the charity "
                "Protect, ACAS and the school's whistleblowing policy say how to raise it.",
            ),
        }
    )

    @keeps("CON-1")
    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        """Notice what is said of one's own work, and not of news, lessons and games."""
        found = PHRASES.find(text.words)
        involved = [cue for cue in found if cue.label == "involved"]
        elsewhere = [cue for cue in found if cue.label == "elsewhere"]
        for kind in self.kinds:
            said = [cue for cue in found if _is_said(cue, kind, involved, elsewhere)]
            if said:
                yield Notice(kind, tuple(cue.span for cue in outermost(said)))


def _is_said(cue: Match[str], kind: str, involved: list[Match[str]], elsewhere: list[Match[str]]) -> bool:
    if cue.label.removesuffix(CLEAR) != kind or any(_is_near(one, cue) for one in elsewhere):
        return False
    return cue.label.endswith(CLEAR) or any(_is_near(one, cue) for one in involved)


def _is_near(one: Match[str], cue: Match[str]) -> bool:
    return 0 < one.distance(cue) <= NEAR


DETECTOR = ProtectedSpeech()
