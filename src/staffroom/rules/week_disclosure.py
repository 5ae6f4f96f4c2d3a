"""Which figures of the week's report may be shown, given that they add up to one another?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from staffroom.policy.keeping import keeps
from staffroom.records.calendar import Hours
from staffroom.records.week import Column, Count
from staffroom.rules.disclosure import Cell, disclose_table
from staffroom.rules.rebalancing import Balance

VISITS = "visits"
PEOPLE = "people"
LEAST = "least"  # minutes
MOST = "most"  # minutes
PURPOSE = Column.PURPOSE.value
NOT_WORKING = (Hours.BREAK.value, Hours.OUTSIDE.value, Hours.CLOSED.value)
DAY_COLUMNS = (Hours.WORKING.value, PURPOSE, *NOT_WORKING)
TIME_COLUMNS = (Column.WORKING.value, PURPOSE, Column.BREAK.value, Column.OUTSIDE.value)


class Part(StrEnum):
    """The tables of the report."""

    TOTAL = "total"
    SERVICE = "service"
    DAY = "day"
    HEAT = "heat"
    TREND = "trend"


class Figure(NamedTuple):
    """The place of one figure in the report.

    TOTAL: row 0, column visits, people, least or most. SERVICE: row is the catalogue id, column the same
    four or a `Column`. DAY: row is the weekday 0..6, column people, purpose or one of `Hours`. HEAT: row is
    the weekday, column the hour as digits. TREND: row 0 (this week), column working, purpose or outside.
    """

    part: Part
    row: str | int
    column: str


class Tally(NamedTuple):
    """A true number and how many different people stand behind it."""

    number: int
    people: int


@keeps("CON-1", "CON-2")
def disclose_week(figures: Mapping[Figure, Tally], *, smallest_cohort: int) -> dict[Figure, Count]:
    """Show the figures of one week so that none that is hidden can be worked out from the others.

    Figures left out are zero and speak of nobody. A visit belongs to exactly one service, one kind of time,
    one day and one hour; raises ValueError where the figures say otherwise. Where a service's visits are
    hidden its minutes are too, because the one tells the other.
    """
    week = {figure: figures[figure] for figure in sorted(figures, key=_order) if figures[figure].number}
    services = sorted({str(figure.row) for figure in week if figure.part is Part.SERVICE})
    cells = {figure: _cell(figure, tally) for figure, tally in week.items()} | _sums(week)
    balances = tuple(_known(cells, balance) for balance in _balances(week, services))
    shown = disclose_table(cells, balances, smallest_cohort=smallest_cohort)
    zeros = {figure: Count(0) for figure, tally in figures.items() if not tally.number}
    return _hide_minutes(zeros | shown)


def _order(figure: Figure) -> tuple[str, str, str]:
    """Order figures, so that the same week always hides the same: two ways of hiding tell more than one."""
    return figure.part.value, str(figure.row), figure.column


def _cell(figure: Figure, tally: Tally) -> Cell:
    return Cell(tally.number, tally.people, worth=_worth(figure), counts_people=figure.column == PEOPLE)


def _worth(figure: Figure) -> int:
    """Order what is given up: the hour first, the week's headline last."""
    if figure.part is Part.SERVICE:
        return {Column.WORKING.value: 4, VISITS: 5, PEOPLE: 5}.get(figure.column, 2)
    if figure.part is Part.DAY:
        return 1 if figure.column in NOT_WORKING else 3
    if figure.part is Part.TOTAL and figure.column in (LEAST, MOST):
        return 5
    return {Part.HEAT: 0, Part.TREND: 6, Part.TOTAL: 7}[figure.part]


def _sum(column: str) -> Figure:
    """Name the sum of a kind of time over the week, which no page shows by itself."""
    return Figure(Part.DAY, "sum", column)


def _day_sum(day: int) -> Figure:
    """Name the sum of a day's visits, which no page shows by itself."""
    return Figure(Part.DAY, day, VISITS)


def _sums(week: Mapping[Figure, Tally]) -> dict[Figure, Cell]:
    numbers: dict[Figure, int] = defaultdict(int)
    for figure, tally in week.items():
        if figure.part is Part.SERVICE and figure.column in (Column.BREAK.value, Column.OUTSIDE.value):
            numbers[_sum(figure.column)] += tally.number
        elif figure.part is Part.HEAT:
            numbers[_day_sum(int(figure.row))] += tally.number
    return {figure: Cell(number, 0, published=False) for figure, number in numbers.items()}


def _balances(week: Mapping[Figure, Tally], services: list[str]) -> Iterable[Balance[Figure]]:
    yield from _of_services(services)
    yield from _of_kinds(services)
    yield from _of_days(week)
    yield from _of_people(services)
    yield from _of_minutes(services)


def _of_services(services: list[str]) -> Iterable[Balance[Figure]]:
    visits = tuple(Figure(Part.SERVICE, service, VISITS) for service in services)
    yield Balance((Figure(Part.TOTAL, 0, VISITS),), visits)
    for service in services:
        columns = tuple(Figure(Part.SERVICE, service, column) for column in TIME_COLUMNS)
        yield Balance((Figure(Part.SERVICE, service, VISITS),), columns)


def _of_kinds(services: list[str]) -> Iterable[Balance[Figure]]:
    """Tie each kind of time over the services to the same kind over the days, and both to the trend."""
    working, purpose = (Figure(Part.TREND, 0, kind) for kind in (Column.WORKING.value, PURPOSE))
    break_, outside = _sum(Column.BREAK.value), _sum(Column.OUTSIDE.value)
    for whole, columns in (
        (working, (Hours.WORKING.value,)),
        (purpose, (PURPOSE,)),
        (break_, (Hours.BREAK.value,)),
        (outside, (Hours.OUTSIDE.value, Hours.CLOSED.value)),
    ):
        yield Balance((whole,), tuple(Figure(Part.SERVICE, service, columns[0]) for service in services))
        yield Balance((whole,), tuple(Figure(Part.DAY, day, each) for day in range(7) for each in columns))
    yield Balance((Figure(Part.TREND, 0, Column.OUTSIDE.value),), (break_, outside))


def _of_days(week: Mapping[Figure, Tally]) -> Iterable[Balance[Figure]]:
    """Tie the hours of a day to its kinds of time."""
    for day in range(7):
        hours = tuple(figure for figure in week if figure.part is Part.HEAT and figure.row == day)
        yield Balance((_day_sum(day),), hours)
        yield Balance((_day_sum(day),), tuple(Figure(Part.DAY, day, column) for column in DAY_COLUMNS))


def _of_people(services: list[str]) -> Iterable[Balance[Figure]]:
    """Tie people to people and to visits: everybody counted made a visit, and is part of the whole."""
    everybody = Figure(Part.TOTAL, 0, PEOPLE)
    by_service = tuple(Figure(Part.SERVICE, service, PEOPLE) for service in services)
    by_day = tuple(Figure(Part.DAY, day, PEOPLE) for day in range(7))
    yield Balance((Figure(Part.TOTAL, 0, VISITS),), (everybody,), exact=False)
    for group in (by_service, by_day):
        yield Balance(group, (everybody,), exact=False)
        yield from (Balance((everybody,), (each,), exact=False) for each in group)
    for each in by_service + by_day:
        yield Balance((each._replace(column=VISITS),), (each,), exact=False)


def _of_minutes(services: list[str]) -> Iterable[Balance[Figure]]:
    """Tie minutes to minutes: two services at once count once in the whole."""
    for end in (LEAST, MOST):
        whole = Figure(Part.TOTAL, 0, end)
        parts = tuple(Figure(Part.SERVICE, service, end) for service in services)
        yield Balance(parts, (whole,), exact=False)
        yield from (Balance((whole,), (part,), exact=False) for part in parts)
    for row in [Figure(Part.TOTAL, 0, MOST), *(Figure(Part.SERVICE, service, MOST) for service in services)]:
        yield Balance((row,), (row._replace(column=LEAST),), exact=False)


def _known(cells: Mapping[Figure, Cell], balance: Balance[Figure]) -> Balance[Figure]:
    """Leave out the figures that are zero."""
    left, right = (tuple(each for each in side if each in cells) for side in (balance.left, balance.right))
    return Balance(left, right, balance.exact)


def _hide_minutes(shown: dict[Figure, Count]) -> dict[Figure, Count]:
    for figure, count in shown.items():
        if figure.column in (LEAST, MOST) and count.value:
            fellows = [shown.get(figure._replace(column=other)) for other in (VISITS, PEOPLE, LEAST, MOST)]
            if any(fellow == Count(None) for fellow in fellows):
                shown[figure] = Count(None)
    return shown
