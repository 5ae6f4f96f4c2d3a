"""May this number be shown, and how?"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from staffroom.policy.keeping import keeps
from staffroom.records.week import Count, Minutes
from staffroom.rules.rebalancing import UNBOUNDED, Balance, Margins, Range, Told

STEP = 5  # figures are rounded to the nearest multiple
SMALLEST_NUMBER = 5  # a smaller one is hidden, whoever stands behind it
WITNESSES = 4  # so many of the smallest values must stay possible for a small hidden figure

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Cell:
    """A true figure, never to be shown as it is: `people` different people stand behind it.

    `worth` orders what is given up first (the least) where a further figure has to be hidden.
    `counts_people` marks a figure that is itself a number of people. A cell that is not `published`
    only ties others together, like the sum of a column that no page shows.
    """

    number: int
    people: int
    worth: int = 1
    counts_people: bool = False
    published: bool = True


@keeps("CON-1", "CON-2")
def disclose(number: int, *, people: int, smallest_cohort: int) -> Count:
    """Show a single number rounded to the nearest five, or hide it.

    Zero stays zero. Anything below five, or with fewer than `smallest_cohort` people behind it, is
    hidden. Figures that add up to one another belong in `disclose_table`.
    """
    if number == 0:
        return Count(0)
    if number < SMALLEST_NUMBER or people < smallest_cohort:
        return Count(None)
    return Count(_nearest_step(number))


@keeps("CON-1", "CON-2")
def minutes(least: int, most: int, *, people: int, smallest_cohort: int) -> Minutes:
    """Show a span of time as a range of minutes, each end judged as in `disclose`, or hide it.

    Both ends are hidden together, also where only one of them is too small to show.
    """
    return join_minutes(
        disclose(least, people=people, smallest_cohort=smallest_cohort),
        disclose(most, people=people, smallest_cohort=smallest_cohort),
    )


def join_minutes(least: Count, most: Count) -> Minutes:
    """Join the two ends of a span, in minutes; one that is hidden hides the other."""
    if least.value is None or most.value is None:
        return Minutes(None, None)
    return Minutes(least.value, most.value)


@keeps("CON-1", "CON-2")
def disclose_table(
    cells: Mapping[K, Cell], balances: Iterable[Balance[K]], *, smallest_cohort: int
) -> dict[K, Count]:
    """Show the published cells so that nothing hidden follows from what is shown.

    Each cell is judged as in `disclose`; then further cells, those of least worth first, are hidden until
    the four smallest values of every small figure (one to four, or more where it is the sum of several
    figures that are not zero) fit all published figures at once: nobody can tell one visit from four, or
    four from the true number. Of a hidden number of people at least two values stay possible. `balances`
    are all the sums that a reader may know. Raises ValueError where the figures do not fit a balance.
    Not protected: what the people in a cell know of themselves, and the difference between two reports
    about the same week. Takes seconds at worst for a school's week.
    """
    told = {key: _told(cell, smallest_cohort) for key, cell in cells.items()}
    margins = Margins(told, balances)
    small = {key for key, cell in cells.items() if cell.published and _is_small(cell, smallest_cohort)}
    hidden: set[Hashable] = set(small)
    for key in [key for key in cells if key in small]:
        hidden |= _hide_around(margins, key, cells[key], told[key].range)
    return {key: _count(cell, key in hidden) for key, cell in cells.items() if cell.published}


def _hide_around(margins: Margins[K], key: K, cell: Cell, range_: Range) -> set[Hashable]:
    """Name the further cells to hide so that a small cell cannot be told."""
    if cell.counts_people:
        others = [cell.number + step for step in (1, -1) if range_.least <= cell.number + step <= range_.most]
        return margins.give_up_for_any(key, others)
    hidden: set[Hashable] = set()
    least = margins.least(key)
    for number in range(least, least + WITNESSES):
        hidden |= margins.give_up_for_any(key, [number])
    return hidden


def _is_small(cell: Cell, smallest_cohort: int) -> bool:
    return disclose(cell.number, people=cell.people, smallest_cohort=smallest_cohort).value is None


def _told(cell: Cell, smallest_cohort: int) -> Told:
    """Say what a reader can tell of one cell alone from what is shown of it."""
    floor = max(SMALLEST_NUMBER, smallest_cohort)
    if not cell.published:
        return Told(cell.number, Range(0, UNBOUNDED), None)
    if cell.number == 0:
        return Told(0, Range(0, 0), None)
    if _is_small(cell, smallest_cohort):
        return Told(cell.number, Range(1, floor - 1 if cell.counts_people else UNBOUNDED), None)
    shown = _nearest_step(cell.number)
    # Minutes may be fewer than the people who spent them; everything else is at least one for each person.
    least = max(min(floor, cell.number), shown - STEP // 2)
    return Told(cell.number, Range(least, shown + STEP // 2), cell.worth)


def _count(cell: Cell, is_hidden: bool) -> Count:
    return Count(None) if is_hidden else Count(_nearest_step(cell.number))


def _nearest_step(number: int) -> int:
    """Round to the nearest multiple; whole numbers are never half-way between two of five."""
    return (number + STEP // 2) // STEP * STEP
