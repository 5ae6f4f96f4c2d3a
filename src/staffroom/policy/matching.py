"""Which clause of the template is each sentence of a school's own policy, and how sure is that?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from staffroom.policy.assignment import assign
from staffroom.policy.clause import Clause
from staffroom.policy.likeness import Weights
from staffroom.policy.strength import read_force
from staffroom.policy.template import Template
from staffroom.policy.text import Piece, Policy
from staffroom.policy.words import meaning

# Chosen on made policies: docs/decisions/policy-matching.md says which, and what was measured.
CERTAIN = 0.7
LIKELY = 0.5
HIGHEST = 0.99  # a likeness of words is never the whole truth
LEAST = 0.4  # below it a sentence is no clause of the template
CLEAR_LEAD = 0.1  # over the next best reading; without it nothing is certain
NEIGHBOURS = 0.16  # what the sentences before and after add at most, in equal parts
SAME_SECTION = 0.03
SAME_FORCE = 0.02


class Sureness(StrEnum):
    """How sure a match is, in a word."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"
    UNMATCHED = "unmatched"


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of the school's text and the clause that it is; `clause` is None where it is none.

    `confidence` is from 0 to 1; of an unmatched sentence it is that of its nearest free reading.
    """

    piece: Piece
    clause: Clause | None
    confidence: float
    sureness: Sureness

    @property
    def is_known(self) -> bool:
        """Say whether the id was known beforehand, as the template's are; no guess is wholly sure."""
        return self.confidence > HIGHEST


@dataclass(frozen=True, slots=True)
class Matching:
    """Each sentence of a policy in its order, and the clauses of the template that it lacks."""

    matches: tuple[Match, ...]
    missing: tuple[Clause, ...]

    @property
    def unmatched(self) -> tuple[Match, ...]:
        """Return the sentences that are no clause of the template."""
        return tuple(match for match in self.matches if match.clause is None)


def match(policy: Policy, template: Template) -> Matching:
    """Match the sentences of a policy with the clauses of the template.

    No sentence has two clauses, no clause two sentences, and a sentence is left unmatched rather than forced.
    The words decide; the neighbours, the heading above and the force of the verbs only support them.
    """
    pieces = policy.clauses
    if policy.ids:
        return _known(pieces, policy.ids, template)
    readings = _support(_read(pieces, template.clauses), pieces, template.clauses)
    given = assign(readings, LEAST)
    by_piece = {column: row for row, column in enumerate(given) if column is not None}
    matches = tuple(_match(place, piece, by_piece, readings, template) for place, piece in enumerate(pieces))
    missing = tuple(clause for clause, column in zip(template.clauses, given, strict=True) if column is None)
    return Matching(matches, missing)


def _known(pieces: Sequence[Piece], ids: Sequence[str], template: Template) -> Matching:
    """Match clauses whose ids are known beforehand."""
    matches = tuple(
        Match(piece, template.clause(id), 1.0, Sureness.CERTAIN)
        for piece, id in zip(pieces, ids, strict=True)
    )
    return Matching(matches, tuple(clause for clause in template.clauses if clause.id not in ids))


def _read(pieces: Sequence[Piece], clauses: Sequence[Clause]) -> list[list[float]]:
    """Compare the words of each clause (row) with those of each sentence (column)."""
    sentences = [meaning(piece.text) for piece in pieces]
    texts = [meaning(clause.text) for clause in clauses]
    cues = [meaning(" ".join(clause.cues)) for clause in clauses]
    weights = Weights([*sentences, *(text | cue for text, cue in zip(texts, cues, strict=True))])
    return [
        [weights.recognition(sentence, text, cue) for sentence in sentences]
        for text, cue in zip(texts, cues, strict=True)
    ]


def _support(
    words: list[list[float]], pieces: Sequence[Piece], clauses: Sequence[Clause]
) -> list[list[float]]:
    """Add to what the words say what the neighbours, the section and the force say, up to 1."""
    sections = {piece.section: meaning(piece.section) for piece in pieces}
    forces = [read_force(piece.text) for piece in pieces]
    supported = []
    for row, clause in enumerate(clauses):
        of_clause = meaning(clause.section)
        supported.append([
            min(1.0, value
                + NEIGHBOURS / 2 * (_value(words, row - 1, column - 1) + _value(words, row + 1, column + 1))
                + SAME_SECTION * bool(of_clause & sections[pieces[column].section])
                + SAME_FORCE * (forces[column] is clause.force))
            for column, value in enumerate(words[row])
        ])  # fmt: skip
    return supported


def _value(words: list[list[float]], row: int, column: int) -> float:
    is_inside = 0 <= row < len(words) and 0 <= column < len(words[row])
    return words[row][column] if is_inside else 0.0


def _match(
    place: int, piece: Piece, by_piece: dict[int, int], readings: list[list[float]], template: Template
) -> Match:
    row = by_piece.get(place)
    if row is None:
        free = [values[place] for number, values in enumerate(readings) if number not in by_piece.values()]
        return Match(piece, None, round(min(max(free, default=0.0), LEAST), 2), Sureness.UNMATCHED)
    confidence = _confidence(readings, row, place)
    return Match(piece, template.clauses[row], confidence, _sureness(confidence))


def _confidence(readings: list[list[float]], row: int, column: int) -> float:
    """Return the reading's own value; without a clear lead over its rivals it stays below certain."""
    own = readings[row][column]
    of_sentence = [values[column] for number, values in enumerate(readings) if number != row]
    of_clause = [value for number, value in enumerate(readings[row]) if number != column]
    lead = own - max([0.0, *of_sentence, *of_clause])
    return round(min(own, HIGHEST if lead >= CLEAR_LEAD else CERTAIN - 0.01), 2)


def _sureness(confidence: float) -> Sureness:
    if confidence >= CERTAIN:
        return Sureness.CERTAIN
    return Sureness.LIKELY if confidence >= LIKELY else Sureness.DOUBTFUL
