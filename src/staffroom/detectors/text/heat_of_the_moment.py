"""Is it written in anger, and at a moment when anger is quick?

Loudness alone is no anger: "WE WON!!!" is left alone. Words of anger count, unless gladness, sport, the
weather, a quotation or a denial stands beside them; a mild one alone only where it is shouted, said late at
night or minutes after school, or said again soon after another draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from staffroom.detectors.detector import Ground
from staffroom.detectors.emphasis import hear
from staffroom.detectors.phrases import Match, outermost
from staffroom.detectors.plain_text import PlainText
from staffroom.detectors.quotations import find_quotations, is_inside
from staffroom.detectors.tables import read_phrases
from staffroom.records.drafts import Draft
from staffroom.records.findings import Audience, Kind, Notice, Span, Strength

PHRASES: Final = read_phrases("heat-of-the-moment")
SOON: Final = timedelta(minutes=20)
LATE, EARLY = 22, 5  # o'clock
HOME_TIME: Final = 15  # o'clock, for an hour
WEIGHTS: Final = {"strong": 2, "mild": 1, "swearing": 1, "signs": 2}
REACH: Final = {"glad": 7, "denied": 4, "trifle": 12}  # words within which anger's words are taken back
LETTERS_OF_A_WORD: Final = 6
_SPARED: Final = re.compile(r"(?<![\w*])[a-z]{1,2}[*@#$]{1,5}[a-z]{0,6}")  # sworn with stars
_FACES: Final = frozenset("😡🤬😤👿")
WAIT: Final = "Wait until tomorrow, read it again, and then decide."
TAKE_ADVICE: Final = (
    "You need not take this out. Your union rep, ACAS or the charity Protect can help you to say it with "
    "most effect."
)
WHO_MINDS: Final = frozenset(Audience) - {Audience.PUPIL}


def _kind(why: str) -> Kind:
    tells = "that you were angry when you wrote this"
    return Kind(
        "BYP-3", Strength.ADVISED, why, WAIT, matters_to=WHO_MINDS, tells=tells, if_protected=TAKE_ADVICE
    )


class HeatOfTheMoment:
    """Anger that may have cooled by tomorrow."""

    name = "heat-of-the-moment"
    title = "Anger that may have cooled by tomorrow"
    kinds = MappingProxyType(
        {
            "anger": _kind(
                "This sounds as if it was written in anger. You may be right, and still say it better "
                "tomorrow."
            ),
            "shouting": _kind("Capitals and rows of signs read as shouting, and the point is lost in it."),
            "at-this-hour": _kind(
                "Late at night and just after school, much is written that reads differently next morning."
            ),
            "again": _kind("It is the second draft within minutes, and it is not calmer than the first."),
        }
    )

    # The review of old posts is the other half of BYP-3, so this alone does not say that it keeps it.
    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        """Notice anger's words, by themselves or at such a moment."""
        words, signs = _angry(text)
        if not words and not signs:
            return
        weight = sum(WEIGHTS[word.label] for word in words) + WEIGHTS["signs"] * len(signs)
        kind = _kind_of(weight, draft, is_loud=hear(text).is_shouting)
        yield Notice(
            kind or "anger", tuple(sorted({*(word.span for word in words), *signs})), sure=bool(kind)
        )


def _kind_of(weight: int, draft: Draft, *, is_loud: bool) -> str:
    """Name what makes the anger worth a word; nothing where it is mild and the moment is like any other."""
    if is_loud:
        return "shouting"
    if draft.since_last is not None and draft.since_last <= SOON:
        return "again"
    if draft.at is not None and _is_quick_to_anger(draft.at):
        return "at-this-hour"
    return "anger" if weight >= WEIGHTS["strong"] else ""


def _is_quick_to_anger(at: datetime) -> bool:
    is_after_school = at.hour == HOME_TIME and at.weekday() < 5
    return at.hour >= LATE or at.hour < EARLY or is_after_school


def _angry(text: PlainText) -> tuple[list[Match[str]], list[Span]]:
    """Return words and signs of anger which nothing beside them takes back."""
    found, signs = PHRASES.find(text.words), _signs(text)
    if not signs and not any(cue.label in WEIGHTS for cue in found):
        return [], []
    quotations = find_quotations(text)
    soothing = [cue for cue in found if cue.label in REACH]
    angry = [cue for cue in found if cue.label in WEIGHTS and not is_inside(cue.span, quotations)]
    words = [word for word in outermost(angry) if not any(_takes_back(cue, word) for cue in soothing)]
    return words, [sign for sign in signs if not any(_is_close(cue, sign) for cue in soothing)]


def _takes_back(cue: Match[str], word: Match[str]) -> bool:
    """Say whether a cue takes anger back; plain anger is not soothed from afar, nor by itself."""
    reach = REACH[cue.label] // WEIGHTS[word.label]
    return 0 < cue.distance(word) <= reach or (cue.label == "denied" and cue.distance(word) == 0)


def _signs(text: PlainText) -> list[Span]:
    """Return words sworn with stars in them, and red faces."""
    stars = [Span(*found.span()) for found in _SPARED.finditer(text.lower)] if "*" in text.lower else []
    if text.plain.isascii():
        return stars
    return stars + [Span(at, at + 1) for at, sign in enumerate(text.plain) if sign in _FACES]


def _is_close(cue: Match[str], sign: Span) -> bool:
    return abs(cue.span.start - sign.start) <= LETTERS_OF_A_WORD * REACH[cue.label]


DETECTOR = HeatOfTheMoment()
