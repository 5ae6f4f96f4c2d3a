"""What changed between two policies: what was added, reworded, withdrawn or moved?"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from staffroom.policy.clause import Force
from staffroom.policy.control import Control
from staffroom.policy.likeness import Weights
from staffroom.policy.matching import Match, match
from staffroom.policy.strength import read_force
from staffroom.policy.template import Template
from staffroom.policy.text import Policy
from staffroom.policy.words import meaning

LEAST_LIKENESS = 0.5  # below it two sentences are two clauses and not one reworded
LABELS = ("version", "issued", "approved", "review_by", "approved_by", "owner")


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause as it stands before and after; `is_moved` says that its place among the others changed."""

    before: Match
    after: Match
    is_moved: bool = False

    @property
    def is_reworded(self) -> bool:
        """Say whether the words changed; white space does not count."""
        return self.before.piece.text.split() != self.after.piece.text.split()

    @property
    def id(self) -> str:
        """Return the id of the clause in the template; empty where neither side is one of its clauses."""
        clause = self.after.clause or self.before.clause
        return clause.id if clause else ""

    @property
    def forces(self) -> tuple[Force, Force]:
        """Return the force before and after: the template's own, and of another text what its words show."""
        return _force(self.before), _force(self.after)

    @property
    def is_force_changed(self) -> bool:
        """Say whether two schools' texts differ in force; the template's own force is not read from words."""
        before, after = self.forces
        return before is not after and not (self.before.is_known or self.after.is_known)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two policies side by side; `control` holds (field, before, after) of what the front page changed."""

    pairs: tuple[Pair, ...]
    added: tuple[Match, ...]
    withdrawn: tuple[Match, ...]
    control: tuple[tuple[str, str, str], ...]

    @property
    def reworded(self) -> tuple[Pair, ...]:
        """Return the clauses whose words changed."""
        return tuple(pair for pair in self.pairs if pair.is_reworded)

    @property
    def moved(self) -> tuple[Pair, ...]:
        """Return the clauses whose place changed."""
        return tuple(pair for pair in self.pairs if pair.is_moved)


def compare(before: Policy, after: Policy, template: Template) -> Comparison:
    """Compare two policies clause by clause.

    Clauses of the same words are one; then those of like words (unless one side is the template, whose words
    are its own); then those that are the same clause of the template.
    """
    old, new = match(before, template).matches, match(after, template).matches
    found = dict(_same_words(old, new))
    if not (before.ids or after.ids):
        found.update(_like_words(old, new, found))
    found.update(_same_clause(old, new, found))
    moved = _moved([(place, found[place]) for place in sorted(found)])
    return Comparison(
        pairs=tuple(Pair(old[one], new[other], one in moved) for one, other in sorted(found.items())),
        added=tuple(new[place] for place in _others(new, found.values())),
        withdrawn=tuple(old[place] for place in _others(old, found)),
        control=_changed_lines(before.control, after.control),
    )


def _same_words(old: Sequence[Match], new: Sequence[Match]) -> Iterable[tuple[int, int]]:
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for place in range(len(new) - 1, -1, -1):
        waiting[_words(new[place])].append(place)
    for place, one in enumerate(old):
        if waiting[_words(one)]:
            yield place, waiting[_words(one)].pop()


def _like_words(old: Sequence[Match], new: Sequence[Match], found: dict[int, int]) -> dict[int, int]:
    """Pair what is left, the likest first, and of equals the nearest."""
    stems_old = {place: meaning(old[place].piece.text) for place in _others(old, found)}
    stems_new = {place: meaning(new[place].piece.text) for place in _others(new, found.values())}
    weights = Weights([meaning(one.piece.text) for one in (*old, *new)])
    likest = sorted(
        (-likeness, abs(one - other), one, other)
        for one, stems in stems_old.items()
        for other, others in stems_new.items()
        if (likeness := weights.likeness(stems, others)) >= LEAST_LIKENESS
    )
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, one, other in likest:
        if one not in paired and other not in taken:
            paired[one] = other
            taken.add(other)
    return paired


def _same_clause(old: Sequence[Match], new: Sequence[Match], found: dict[int, int]) -> dict[int, int]:
    by_id = {new[place].clause: place for place in _others(new, found.values()) if new[place].clause}
    return {place: by_id[old[place].clause] for place in _others(old, found) if old[place].clause in by_id}


def _others(all_of_them: Sequence[Match], places: Iterable[int]) -> list[int]:
    return sorted(set(range(len(all_of_them))) - set(places))


def _moved(pairs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the old places of the fewest clauses whose move explains the new order.

    The others are a longest rising sequence of new places, found by patience sorting.
    """
    tops: list[int] = []  # the lowest new place with which a rising sequence of each length ends
    ends: list[int] = []  # the pair that it belongs to
    before: list[int] = []
    for number, (_, new_place) in enumerate(pairs):
        length = bisect_left(tops, new_place)
        before.append(ends[length - 1] if length else -1)
        tops[length:] = [new_place, *tops[length + 1 :]]
        ends[length:] = [number, *ends[length + 1 :]]
    staying, number = set(), ends[-1] if ends else -1
    while number != -1:
        staying.add(number)
        number = before[number]
    return frozenset(old_place for number, (old_place, _) in enumerate(pairs) if number not in staying)


def _changed_lines(before: Control, after: Control) -> tuple[tuple[str, str, str], ...]:
    old, new = _published(before), _published(after)
    lines = ((field, old.get(field, ""), new.get(field, "")) for field in LABELS)
    return tuple(line for line in lines if line[1] != line[2])


def _published(control: Control) -> dict[str, str]:
    return {row.field: row.value for row in reversed(control.rows) if row.field}


def _force(match: Match) -> Force:
    return match.clause.force if match.clause and match.is_known else read_force(match.piece.text)


def _words(match: Match) -> str:
    return " ".join(match.piece.text.split())
