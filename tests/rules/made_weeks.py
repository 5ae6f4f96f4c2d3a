"""Made weeks of visits, and an attacker who knows everything that is published about them."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from staffroom.rules.week_disclosure import Figure, Part, Tally

INFINITE = 10_000
KINDS = ("working", "purpose", "break", "outside", "closed")


class Visit(NamedTuple):
    person: int
    service: str
    day: int
    hour: int
    kind: str


def make_visits(seed: int, *, people: int, services: int, days: int, visits: int, heavy: int) -> list[Visit]:
    """Make visits of many people, and `heavy` ones of one person for a school purpose."""
    chance = random.Random(seed)
    names = [f"service-{number}" for number in range(services)]
    weights = [1 / (number + 1) for number in range(services)]
    made = []
    for _ in range(visits):
        service = chance.choices(names, weights)[0]
        day, hour = chance.randrange(days), chance.choice((8, 10, 12, 12, 17))
        kind = _kind(chance, day, hour)
        made.append(Visit(chance.randrange(people), service, day, hour, kind))
    made += [Visit(0, names[0], chance.randrange(min(days, 5)), 10, "purpose") for _ in range(heavy)]
    return made


def _kind(chance: random.Random, day: int, hour: int) -> str:
    if day > 4:
        return "closed"
    if hour in (8, 17):
        return "outside"
    return chance.choice(("break", "working") if hour == 12 else ("working", "working", "working", "purpose"))


def tally(visits: list[Visit]) -> dict[Figure, Tally]:
    """Count the visits as the report does, with the people behind each count."""
    places: dict[Figure, list[int]] = defaultdict(list)
    for visit in visits:
        for figure in _figures(visit):
            places[figure].append(visit.person)
    counted = {figure: Tally(len(each), len(set(each))) for figure, each in places.items()}
    return {
        figure: Tally(each.people, each.people) if figure.column == "people" else each
        for figure, each in counted.items()
    }


def _figures(visit: Visit) -> list[Figure]:
    column = "outside" if visit.kind == "closed" else visit.kind
    trend = column if column in ("working", "purpose") else "outside"
    figures = [Figure(Part.TREND, 0, trend), Figure(Part.HEAT, visit.day, str(visit.hour))]
    figures += [Figure(Part.SERVICE, visit.service, each) for each in (column, "visits", "people")]
    figures += [Figure(Part.DAY, visit.day, each) for each in (visit.kind, "people")]
    return figures + [Figure(Part.TOTAL, 0, each) for each in ("visits", "people")]


class Attacker:
    """Somebody who knows all that is published, how it was made, and integer programming.

    Written from the meaning of the report, not from the code under test: sums as a reader would state them.
    """

    def __init__(self, true: dict[Figure, Tally], shown: dict[Figure, int | None], cohort: int) -> None:
        self.figures = [figure for figure, each in true.items() if each.number]
        self.place = {figure: number for number, figure in enumerate(self.figures)}
        self.rows: list[tuple[dict[int, int], bool]] = []
        self.latent = 0
        self._state_sums()
        self.low, self.high = self._bounds(shown, cohort)

    def _bounds(self, shown: dict[Figure, int | None], cohort: int) -> tuple[list[int], list[int]]:
        low, high = [], []
        for figure in self.figures:
            value = shown[figure]
            few = max(cohort, 5) - 1
            if value is None:
                low.append(1)
                high.append(few if figure.column == "people" else INFINITE)
            else:
                low.append(max(5, cohort, value - 2))
                high.append(value + 2)
        return low, high

    def _state(self, left: list[Figure], right: list[Figure], *, exact: bool = True) -> None:
        row: dict[int, int] = defaultdict(int)
        for side, sign in ((left, 1), (right, -1)):
            for figure in side:
                if figure in self.place:
                    row[self.place[figure]] += sign
        if row:
            self.rows.append((dict(row), exact))

    def _having(self, part: Part, *, row: object = None, column: object = None) -> list[Figure]:
        return [
            figure
            for figure in self.figures
            if figure.part is part
            and (row is None or figure.row == row)
            and (column is None or figure.column in column)
        ]

    def _state_sums(self) -> None:
        total, everybody = Figure(Part.TOTAL, 0, "visits"), Figure(Part.TOTAL, 0, "people")
        all_days, all_services = ("day", *KINDS), ("working", "purpose", "break", "outside")
        self._state([total], self._having(Part.SERVICE, column=("visits",)))
        self._state([total], self._having(Part.HEAT))
        self._state([total], self._having(Part.DAY, column=all_days))
        self._state([total], self._having(Part.TREND))
        for row in {figure.row for figure in self._having(Part.SERVICE)}:
            visits = Figure(Part.SERVICE, row, "visits")
            self._state([visits], self._having(Part.SERVICE, row=row, column=all_services))
            self._state([visits], self._having(Part.SERVICE, row=row, column=("people",)), exact=False)
            self._state([everybody], self._having(Part.SERVICE, row=row, column=("people",)), exact=False)
        for row in range(7):
            kinds = self._having(Part.DAY, row=row, column=KINDS)
            self._state(self._having(Part.HEAT, row=row), kinds)
            self._state(kinds, self._having(Part.DAY, row=row, column=("people",)), exact=False)
            self._state([everybody], self._having(Part.DAY, row=row, column=("people",)), exact=False)
        self._state_kinds()
        for part in (Part.SERVICE, Part.DAY):
            self._state(self._having(part, column=("people",)), [everybody], exact=False)
        self._state([total], [everybody], exact=False)

    def _state_kinds(self) -> None:
        for service, day in (("outside", ("outside", "closed")), *((each, (each,)) for each in KINDS[:3])):
            self._state(self._having(Part.SERVICE, column=(service,)), self._having(Part.DAY, column=day))
        for trend, day in (("outside", KINDS[2:]), ("working", ("working",)), ("purpose", ("purpose",))):
            self._state([Figure(Part.TREND, 0, trend)], self._having(Part.DAY, column=day))

    def least(self, figure: Figure, *, blind: bool = False) -> int:
        """Find the least that a figure can be; `blind` looks at zeros only."""
        return self._solve(figure, 1, blind=blind)

    def most(self, figure: Figure) -> int:
        return -self._solve(figure, -1)

    def _solve(self, figure: Figure, direction: int, *, blind: bool = False) -> int:
        cost = np.zeros(len(self.figures))
        cost[self.place[figure]] = direction
        answer = self._ask(cost, self._low(blind), self._high(blind))
        assert answer.status == 0, answer.message
        return round(answer.fun)

    def allows(self, figure: Figure, number: int, *, blind: bool = False) -> bool:
        """Ask whether any table with this number fits all that is published."""
        low, high = self._low(blind), self._high(blind)
        low[self.place[figure]] = high[self.place[figure]] = number
        if not blind and not self.low[self.place[figure]] <= number <= self.high[self.place[figure]]:
            return False
        return bool(self._ask(np.zeros(len(self.figures)), low, high).status == 0)

    def _low(self, blind: bool) -> np.ndarray:
        return np.ones(len(self.figures)) if blind else np.array(self.low, dtype=float)

    def _high(self, blind: bool) -> np.ndarray:
        return np.full(len(self.figures), INFINITE) if blind else np.array(self.high, dtype=float)

    def _ask(self, cost: np.ndarray, low: np.ndarray, high: np.ndarray) -> object:
        matrix = np.zeros((len(self.rows), len(self.figures)))
        for number, (row, _) in enumerate(self.rows):
            for place, sign in row.items():
                matrix[number, place] = sign
        upper = np.array([0 if exact else np.inf for _, exact in self.rows])
        constraint = LinearConstraint(matrix, np.zeros(len(self.rows)), upper)
        return milp(cost, constraints=constraint, bounds=Bounds(low, high), integrality=np.ones(len(cost)))
