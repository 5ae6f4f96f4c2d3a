"""Is the pairing of the greatest worth found?"""

from __future__ import annotations

import numpy
from hypothesis import given
from hypothesis import strategies as some
from scipy.optimize import linear_sum_assignment

from staffroom.policy.assignment import assign

VALUES = some.floats(0, 1).map(lambda value: round(value, 3))


@some.composite
def tables(draw: some.DrawFn) -> list[list[float]]:
    rows, columns = draw(some.integers(1, 7)), draw(some.integers(1, 9))
    row = some.lists(VALUES, min_size=columns, max_size=columns)
    return draw(some.lists(row, min_size=rows, max_size=rows))


@given(tables(), some.sampled_from([0.0, 0.4, 0.9]))
def test_no_other_pairing_is_worth_more(worth: list[list[float]], least: float):
    given_columns = assign(worth, least)
    pairs = [(row, column) for row, column in enumerate(given_columns) if column is not None]
    mine = sum(worth[row][column] - least for row, column in pairs)
    gains = numpy.maximum(numpy.array(worth) - least, 0)
    best = gains[linear_sum_assignment(gains, maximize=True)].sum()
    assert abs(mine - best) < 1e-9


@given(tables(), some.sampled_from([0.0, 0.4, 0.9]))
def test_each_column_is_given_once_and_none_below_the_least(worth: list[list[float]], least: float):
    columns = [column for column in assign(worth, least) if column is not None]
    assert len(columns) == len(set(columns))
    assert all(
        worth[row][column] >= least for row, column in enumerate(assign(worth, least)) if column is not None
    )


def test_the_whole_counts_for_more_than_the_best_single_pair():
    assert assign([[0.9, 0.8], [0.8, 0.1]], 0.05) == (1, 0)


def test_what_is_worth_too_little_is_left_without_a_column():
    assert assign([[0.3, 0.2], [0.1, 0.9]], 0.4) == (None, 1)


def test_more_rows_than_columns_leave_some_rows_without():
    assert assign([[0.5], [0.9], [0.7]], 0.4) == (None, 0, None)


def test_no_rows_have_no_columns():
    assert assign([], 0.4) == ()
