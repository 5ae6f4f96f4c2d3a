"""Which pairing of rows with columns has the greatest worth in all?"""

from __future__ import annotations

from collections.abc import Sequence

Worth = Sequence[Sequence[float]]


def assign(worth: Worth, least: float) -> tuple[int | None, ...]:
    """Return for each row its column, or None where no column is worth `least` to the whole.

    Each column is given once at most. The Hungarian method with potentials, as published by Kuhn (1955) and
    Munkres (1957), in the form of shortest augmenting paths: rows × rows × columns steps.
    """
    rows = len(worth)
    columns = len(worth[0]) if rows else 0
    costs = [[least - value for value in row] + [0.0] * rows for row in worth]
    given = _solve(costs, rows, columns + rows)
    return tuple(
        column if column < columns and worth[row][column] >= least else None
        for row, column in enumerate(given)
    )


def _solve(costs: list[list[float]], rows: int, columns: int) -> list[int]:
    """Return the column of each row, so that the sum of the costs is least; rows <= columns."""
    row_price = [0.0] * rows
    column_price = [0.0] * columns
    owner: list[int] = [-1] * columns
    for row in range(rows):
        last, came_from = _find_path(costs, row, owner, row_price, column_price)
        while last != -1:
            before = came_from[last]
            owner[last] = owner[before] if before != -1 else row
            last = before
    given = [0] * rows
    for column, row in enumerate(owner):
        if row != -1:
            given[row] = column
    return given


def _find_path(
    costs: list[list[float]], start: int, owner: list[int], row_price: list[float], column_price: list[float]
) -> tuple[int, list[int]]:
    """Find the cheapest way from a row to a free column; return that column and the way there."""
    columns = len(owner)
    distance = [float("inf")] * columns
    came_from = [-1] * columns
    visited: list[int] = []
    unvisited = set(range(columns))
    row, here, reached = start, -1, 0.0
    while True:
        price = row_price[row]
        for column in unvisited:
            step = reached + costs[row][column] - price - column_price[column]
            if step < distance[column]:
                distance[column], came_from[column] = step, here
        here = min(unvisited, key=lambda column: (distance[column], column))
        reached = distance[here]
        unvisited.remove(here)
        if owner[here] == -1:
            break
        visited.append(here)
        row = owner[here]
    row_price[start] += reached
    for column in visited:
        row_price[owner[column]] += reached - distance[column]
        column_price[column] -= reached - distance[column]
    return here, came_from
