"""Does a draft give away the answer to a security question, or fish for other people's?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from staffroom.detectors.answers import fishing
from staffroom.detectors.answers.questions import QUESTIONS, Question
from staffroom.detectors.answers.wording import BEFORE
from staffroom.detectors.detector import Ground
from staffroom.detectors.plain_text import PlainText
from staffroom.policy.keeping import keeps
from staffroom.records.drafts import Draft
from staffroom.records.findings import Audience, Kind, Notice, Span, Strength

_MINDED = frozenset((Audience.PUPIL, Audience.PARENT, Audience.COMMUNITY))
_ASKED_FOR: Final[dict[str, str]] = {
    "first-pet": "the name of a first pet",
    "first-school": "the school that you went to",
    "first-car": "a first car",
    "first-street": "the street where you grew up",
    "maiden-name": "a maiden name",
    "birthplace": "a place of birth",
    "anniversary": "the date of a wedding",
    "favourite": "a favourite team or film",
    "memorable-word": "a memorable word",
    "childhood": "a name from your childhood",
}
_LONGEST_ANSWER = 60
_ANSWER_OUT = (
    "Leave the answer out, or tell it without the name. Where it is an answer of yours, change it there."
)


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_GAME_WORDS = frozenset(("name", "names"))
_CHAIN_WORDS = _words("copy repost re-post share forward pass delete erase change remove paste post put")
_ASKING_WORDS = _words(
    "what what's whats who who's where bet comment comments drop post share everybody tell name let's lets"
    " remember questions find your ur yours time i'll which hands"
)
_SECRET_WORDS = _words(
    "first maiden street hometown town birth born childhood nickname primary middle favourite meet"
    " birthplace best name"
)


def _answer(asked_for: str) -> Kind:
    return Kind(
        clause="SEC-6",
        strength=Strength.SHOULD,
        why=f"Banks and websites ask for {asked_for} to know that it is you. A post can be kept.",
        way_out=_ANSWER_OUT,
        matters_to=_MINDED,
    )


_GAMES: Final[dict[str, Kind]] = {
    "quiz-answer": Kind(
        clause="SEC-6",
        strength=Strength.SHOULD,
        why="Such names are made of pets, streets and families, which are answers to security questions.",
        way_out="Enjoy it without posting your own, or make one up that is not true.",
        matters_to=_MINDED,
    ),
    "quiz": Kind(
        clause="SEC-5",
        strength=Strength.ADVISED,
        why="It asks for what banks ask for. Those who reply give away answers to their security questions.",
        way_out="Ask something that no bank asks, such as the best biscuit.",
        matters_to=_MINDED,
    ),
    "chain-post": Kind(
        clause="SEC-5",
        strength=Strength.ADVISED,
        why="Lists to copy and fill in gather answers to security questions from one friend after another.",
        way_out="Break the chain, or pass it on without your own answers.",
        matters_to=_MINDED,
    ),
}


class SecurityAnswers:
    """What banks and websites ask to know who somebody is, told or asked for in passing."""

    name = "security-answers"
    title = "Answers to security questions"
    kinds: Mapping[str, Kind] = MappingProxyType(
        {name: _answer(asked_for) for name, asked_for in _ASKED_FOR.items()} | _GAMES
    )

    @keeps("SEC-5", "SEC-6")
    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        """Give each answer, then the game; a text that warns of such games is left alone."""
        noticed = list(_noticed(text, frozenset(word.text for word in text.words)))
        if noticed and not fishing.WARNED.search(text.lower):
            yield from noticed


def _noticed(text: PlainText, words: frozenset[str]) -> Iterator[Notice]:
    game = _game(text, words)
    if game is None or game.kind == "chain-post":
        for name, question in QUESTIONS.items():
            if not any(map(words.isdisjoint, question.words)):
                yield from _answers(name, question, text)
    if game is not None:
        yield game


def _answers(name: str, question: Question, text: PlainText) -> Iterator[Notice]:
    if question.unless and question.unless.search(text.lower):
        return
    for pattern in question.patterns:
        found = pattern.search(text.plain)
        if found:
            yield Notice(name, (_told(found),))
            return
    behind = question.before.search(text.lower) if question.before else None
    found = behind and BEFORE.search(text.plain, max(0, behind.start() - _LONGEST_ANSWER), behind.start())
    if found:
        yield Notice(name, (Span(*found.span("answer")),))


def _told(found: re.Match[str]) -> Span:
    group = "answer" if found["answer"] is not None else "small"
    return Span(*found.span(group))


def _game(text: PlainText, words: frozenset[str]) -> Notice | None:
    """Return the game that a text plays or starts."""
    lower = text.lower
    if not words.isdisjoint(_CHAIN_WORDS):
        passed_on, filled_in = fishing.PASSED_ON.search(lower), fishing.FILLED_IN.search(lower)
        if passed_on and filled_in and not fishing.SCHOOLWORK.search(lower):
            return Notice("chain-post", _places(passed_on, filled_in))
    game = fishing.GAME.search(lower) if not words.isdisjoint(_GAME_WORDS) else None
    played = fishing.PLAYED.search(lower) if game else None
    if played:
        return Notice("quiz-answer", _places(played))
    if any(map(words.isdisjoint, (_ASKING_WORDS, _SECRET_WORDS))):
        return None
    asked = fishing.ASKED.search(lower)
    secret = asked and fishing.SECRET.search(lower)
    if asked and (secret or game):
        return Notice("quiz", _places(asked, secret or game))
    return None


def _places(*found: re.Match[str] | None) -> tuple[Span, ...]:
    return tuple(sorted({Span(*one.span()) for one in found if one}))


DETECTOR = SecurityAnswers()
