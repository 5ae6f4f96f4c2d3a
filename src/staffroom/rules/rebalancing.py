"""Which other figures would have to differ if this one did?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, NamedTuple, TypeVar

UNBOUNDED = 10**12
# Moves tried for one question: first passing no balance twice, then trying every way again.
HASTE, PATIENCE = 2_000, 20_000

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Balance(Generic[K]):
    """Figures that add up: the sum of `left` is that of `right`, or at least that where not `exact`."""

    left: tuple[K, ...]
    right: tuple[K, ...]
    exact: bool = True


class Range(NamedTuple):
    """The least and the most that a figure can be, as far as its own entry tells."""

    least: int
    most: int


class Told(NamedTuple):
    """A true figure, what a reader can tell of it, and what it is worth; worth None cannot be given up."""

    number: int
    range: Range
    worth: int | None


@dataclass(frozen=True, slots=True)
class _Surplus:
    """By how much the left of a balance that is not exact exceeds its right; nobody is told."""

    balance: int


class Margins(Generic[K]):
    """Figures, what is told of each, and the sums that tie them.

    `give_up_for_any` looks for other figures that would fit everything told, and hides what stands in the
    way, of the least worth. It moves away from the true figures along the balances, as an augmenting
    path does in a network, so that whatever it finds is a table that a reader cannot rule out. It may
    miss such a table; then it hides more than it had to, never less.
    """

    def __init__(self, told: Mapping[K, Told], balances: Iterable[Balance[K]]) -> None:
        self._told: dict[Hashable, Told] = {key: each for key, each in told.items()}
        self._entries: list[list[tuple[Hashable, int]]] = []
        self._places: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
        for balance in balances:
            self._enter(balance)
        self._least = self._least_of_all()
        self._levels = sorted({-1} | {each.worth for each in told.values() if each.worth is not None})
        self._level = -1
        self._moved: dict[Hashable, int] = {}
        self._owed: dict[int, int] = {}
        self._steps = 0
        self._hasty = True

    def least(self, key: K) -> int:
        """Return the least that a figure can be if nothing is told but which figures are zero."""
        return self._least[key]

    def give_up_for_any(self, key: K, numbers: Sequence[int]) -> set[Hashable]:
        """Hide what rules out that the figure is one of `numbers`, and return the keys newly hidden.

        Where no such table is found at all, every figure tied to this one is hidden.
        """
        for level, patience, number in product(self._levels, (HASTE, PATIENCE), numbers):
            self._level, self._hasty, self._steps = level, patience == HASTE, patience
            if self._reaches(key, number):
                return self._hide_moved()
        return self._hide(self._tied(key))

    def _enter(self, balance: Balance[K]) -> None:
        index = len(self._entries)
        entries: list[tuple[Hashable, int]] = [(key, 1) for key in balance.left]
        entries += [(key, -1) for key in balance.right]
        surplus = sum(self._told[key].number * sign for key, sign in entries)
        if surplus < 0 or (balance.exact and surplus):
            raise ValueError("The figures do not add up in the way that was stated.")
        if not balance.exact:
            entries.append((_Surplus(index), -1))
            self._told[_Surplus(index)] = Told(surplus, Range(0, UNBOUNDED), None)
        self._entries.append(entries)
        for key, sign in entries:
            self._places[key].append((index, sign))

    def _least_of_all(self) -> dict[Hashable, int]:
        """Raise each figure to what its parts need where it alone is the sum of them."""
        least = {key: min(1, told.range.least) for key, told in self._told.items()}
        for _ in self._entries:
            raised = {key: need for key, need in self._needs(least) if need > least[key]}
            if not raised:
                break
            least.update(raised)
        return least

    def _needs(self, least: Mapping[Hashable, int]) -> Iterable[tuple[Hashable, int]]:
        for entries in self._entries:
            for side in (1, -1):
                alone = [key for key, sign in entries if sign == side and self._told[key].range.most]
                if len(alone) == 1:
                    yield alone[0], sum(least[key] for key, sign in entries if sign != side)

    def _reaches(self, key: Hashable, number: int) -> bool:
        change = number - self._told[key].number
        self._moved = {key: change}
        self._owed = {place: -sign * change for place, sign in self._places[key]}
        return all(self._settle(place, key) for place, _ in self._places[key])

    def _settle(self, place: int, fixed: Hashable) -> bool:
        while self._owed[place]:
            need, self._owed[place] = self._owed[place], 0
            gained = self._absorb(place, need, {fixed}, set())
            if not gained:
                return False
            self._owed[place] += need - gained
        return True

    def _absorb(self, place: int, need: int, fixed: set[Hashable], seen: set[int]) -> int:
        """Change other figures of a balance so that it gains up to `need`; return what it gained."""
        left = need - self._cancel(place, need)
        if not left or place in seen:
            return need - left
        seen.add(place)
        for key, sign, room in self._offers(place, fixed):
            if not left:
                break
            wanted = sign * left
            within = min(room.most, wanted) if wanted > 0 else max(room.least, wanted)
            left -= sign * self._move(key, within, place, fixed, seen)
        return need - left

    def _cancel(self, place: int, need: int) -> int:
        """Set a need against what the balance still owes the other way; return how much that was."""
        owed = self._owed.get(place, 0)
        if owed * need >= 0:
            return 0
        cancelled = -owed if abs(owed) < abs(need) else need
        self._owed[place] = owed + cancelled
        return cancelled

    def _offers(self, place: int, fixed: set[Hashable]) -> Iterable[tuple[Hashable, int, Range]]:
        """Offer the figures of a balance with the change left to each: told ranges first, then opened."""
        others = [entry for entry in self._entries[place] if entry[0] not in fixed]
        others.sort(key=lambda entry: len(self._places[entry[0]]))
        for key, sign in others:
            yield key, sign, self._room(key, self._told[key].range)
        opened = [entry for entry in others if self._may_open(entry[0])]
        opened.sort(key=lambda entry: (self._told[entry[0]].worth, self._told[entry[0]].number))
        for key, sign in opened:
            yield key, sign, self._room(key, Range(1, UNBOUNDED))

    def _may_open(self, key: Hashable) -> bool:
        worth = self._told[key].worth
        return worth is not None and worth <= self._level

    def _room(self, key: Hashable, range_: Range) -> Range:
        now = self._told[key].number + self._moved.get(key, 0)
        return Range(min(0, range_.least - now), max(0, range_.most - now))

    def _move(self, key: Hashable, change: int, origin: int, fixed: set[Hashable], seen: set[int]) -> int:
        """Change a figure and all that this unbalances; return how much of the change could be made."""
        while change and self._steps:
            self._steps -= 1
            before, seen_before = (dict(self._moved), dict(self._owed)), set(seen)
            self._moved[key] = self._moved.get(key, 0) + change
            possible = self._carry(key, change, origin, fixed | {key}, seen)
            if possible == change:
                return change
            self._moved, self._owed = before
            if not self._hasty:
                seen.intersection_update(seen_before)
            change = possible
        return 0

    def _carry(self, key: Hashable, change: int, origin: int, fixed: set[Hashable], seen: set[int]) -> int:
        """Settle the other balances of a changed figure; return the change that the first tight one bears.

        All that they owe is written down first, so that one may settle another in passing. With patience each
        may pass the balances that another has passed.
        """
        others = [(place, sign) for place, sign in self._places[key] if place != origin]
        before = {place: self._owed.get(place, 0) for place, _ in others}
        for place, sign in others:
            self._owed[place] = before[place] - sign * change
        for place, sign in others:
            need, self._owed[place] = self._owed[place] - before[place], before[place]
            missing = need - self._absorb(place, need, fixed, seen if self._hasty else set(seen))
            if missing:
                return self._shrink(change, sign * missing)
        return change

    def _shrink(self, change: int, missing: int) -> int:
        """Take from a change what could not be settled of it."""
        if abs(missing) >= abs(change):
            return 0
        return change - abs(missing) if change > 0 else change + abs(missing)

    def _hide_moved(self) -> set[Hashable]:
        """Hide each figure that had to leave the range told of it."""
        return self._hide(key for key, change in self._moved.items() if not self._fits(key, change))

    def _fits(self, key: Hashable, change: int) -> bool:
        told = self._told[key]
        return told.range.least <= told.number + change <= told.range.most

    def _hide(self, keys: Iterable[Hashable]) -> set[Hashable]:
        hidden = {key for key in keys if self._told[key].worth is not None}
        for key in hidden:
            self._told[key] = Told(self._told[key].number, Range(1, UNBOUNDED), None)
        return hidden

    def _tied(self, key: Hashable) -> set[Hashable]:
        """Return all figures that any chain of balances ties to this one."""
        tied, fresh = {key}, [key]
        while fresh:
            for place, _ in self._places[fresh.pop()]:
                others = {other for other, _ in self._entries[place]} - tied
                tied |= others
                fresh += others
        return tied
