"""Does the author say that he or she works for the school?

The school's name alone says it of nobody: it needs the author's own work beside it, and neither a child nor
a friend whose school it is. In a post for a school purpose it is no worry at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final

from staffroom.detectors.detector import Ground
from staffroom.detectors.phrases import Match
from staffroom.detectors.plain_text import PlainText
from staffroom.detectors.quotations import find_quotations, is_inside
from staffroom.detectors.school_places import find_school_words, whole_address
from staffroom.detectors.tables import read_phrases
from staffroom.policy.keeping import keeps
from staffroom.records.drafts import Draft
from staffroom.records.findings import Kind, Notice, Span, Strength

PHRASES: Final = read_phrases("affiliation")
NEAR, BESIDE = 16, 8  # words
ADVICE: Final = "This is advice, not an order."
KIND_OF: Final = {
    "names": "works-there", "short_names": "works-there", "address": "contact", "postcode": "contact",
    "domains": "contact", "hashtags": "hashtag", "uniform": "uniform", "town": "job-with-place",
}  # fmt: skip


def _kind(why: str, way_out: str, tells: str) -> Kind:
    return Kind("CON-4", Strength.ADVISED, f"{why} {ADVICE}", way_out, tells=tells)


class Affiliation:
    """The author as one of the school's staff."""

    name = "affiliation"
    title = "That you work for the school"
    kinds = MappingProxyType(
        {
            "works-there": _kind(
                "A reader learns where you work, and may take what you say for the school's own word.",
                'Leave the school\'s name out: "my school" says as much.',
                "that you work for the school",
            ),
            "contact": _kind(
                "The school's address, postcode or domain beside your work tells a reader where you work.",
                "Give a private address instead, or leave it out.",
                "where you work",
            ),
            "hashtag": _kind(
                "The school's hashtag puts your post among the school's own, and you among its staff.",
                "Leave the hashtag out of a private post.",
                "that you belong to the school",
            ),
            "uniform": _kind(
                "The school's badge or uniform tells a reader where you work.",
                "Leave it out, and look whether it shows in a picture.",
                "that you wear the school's badge",
            ),
            "job-with-place": _kind(
                "Your job together with the place leaves few schools to choose from.",
                "Leave out the job or the place.",
                "which job you do, and where",
            ),
        }
    )

    @keeps("CON-4")
    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        """Notice the school's words beside the author's own work."""
        places = [] if draft.for_school else find_school_words(text, ground.words)
        places = [place for place in places if place.label in KIND_OF]
        if not places:
            return
        quotations = find_quotations(text)
        cues = _Cues([cue for cue in PHRASES.find(text.words) if not is_inside(cue.span, quotations)])
        told: set[str] = set()
        for place in places:
            kind = KIND_OF[place.label]
            if kind not in told and not is_inside(place.span, quotations) and cues.speak_of(place, text):
                told.add(kind)
                yield Notice(kind, (*cues.job_beside(place), whole_address(text, place.span)))


class _Cues:
    """What the words around the school's own say of who is spoken of."""

    def __init__(self, found: list[Match[str]]) -> None:
        self._found = found

    def near(self, place: Match[str], label: str, words: int = NEAR) -> list[Match[str]]:
        return [cue for cue in self._found if cue.label == label and 0 < cue.distance(place) <= words]

    def speak_of(self, place: Match[str], text: PlainText) -> bool:
        """Say whether the words tell that the author works at a place."""
        return not self.near(place, "not") and _RULES[place.label](self, place, text)

    def works_near(self, place: Match[str]) -> bool:
        """Say whether the author's own work is spoken of, or what sounds so where nobody else is."""
        return bool(self.near(place, "work")) or (self.is_alone(place) and bool(self.near(place, "setting")))

    def is_alone(self, place: Match[str]) -> bool:
        return not self.near(place, "other")

    def has_role(self, place: Match[str]) -> bool:
        return self.is_alone(place) and bool(self.near(place, "role", BESIDE))

    def has_self(self, place: Match[str]) -> bool:
        return self.is_alone(place) and bool(self.near(place, "self"))

    def job_beside(self, place: Match[str]) -> tuple[Span, ...]:
        """Return the words of the job, where it is the job that says most."""
        if place.label != "town":
            return ()
        cues = self.near(place, "role", BESIDE) or self.near(place, "work") or self.near(place, "setting")
        nearest = min(cues, key=lambda cue: (cue.distance(place), cue.first - cue.last))
        return (nearest.span,)


def _named(cues: _Cues, place: Match[str], text: PlainText) -> bool:
    return cues.works_near(place) or cues.has_role(place)


def _addressed(cues: _Cues, place: Match[str], text: PlainText) -> bool:
    return cues.works_near(place)


def _on_the_internet(cues: _Cues, place: Match[str], text: PlainText) -> bool:
    """A mailbox at the school is its staff's; its pages are everybody's."""
    is_mailbox = text.plain[max(0, place.span.start - 1) : place.span.start] == "@"
    return (is_mailbox and cues.is_alone(place)) or _named(cues, place, text)


def _tagged(cues: _Cues, place: Match[str], text: PlainText) -> bool:
    return cues.is_alone(place) or cues.works_near(place)


def _worn(cues: _Cues, place: Match[str], text: PlainText) -> bool:
    return cues.has_self(place)


def _in_town(cues: _Cues, place: Match[str], text: PlainText) -> bool:
    """A town says where only with a job in a school; one who begins with the job speaks of himself."""
    if cues.near(place, "elsewhere"):
        return False
    if cues.works_near(place) and cues.near(place, "school"):
        return True
    begins_with_job = any(cue.first <= 1 for cue in cues.near(place, "role", BESIDE))
    is_of_others = text.words[0].text in ("a", "the", "another", "any", "is", "do", "best")
    return cues.has_role(place) and (cues.has_self(place) or (begins_with_job and not is_of_others))


_RULES: Final[dict[str, Callable[[_Cues, Match[str], PlainText], bool]]] = {
    "names": _named,
    "short_names": _named,
    "address": _addressed,
    "postcode": _addressed,
    "domains": _on_the_internet,
    "hashtags": _tagged,
    "uniform": _worn,
    "town": _in_town,
}


DETECTOR = Affiliation()
