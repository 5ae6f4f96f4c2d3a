"""Figures that add up are hidden together where one would tell the other."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.rules.disclosure import Cell, disclose_table
from staffroom.rules.rebalancing import Balance

TOTAL = Balance(("total",), ("a", "b"))


def show(cells, balances=(TOTAL,), cohort=5):
    shown = disclose_table(cells, balances, smallest_cohort=cohort)
    return {key: count.value for key, count in shown.items()}


def possible(shown, parts, cohort=5):
    """Find by trying every table which values the parts and their total can have (small ones only)."""

    def values(key):
        value = shown[key]
        if value == 0:
            return range(1)
        if value is None:
            return range(1, 45)
        return range(max(5, cohort, value - 2), value + 3)

    fitting = {key: set() for key in (*parts, "total")}
    for table in itertools.product(*(values(key) for key in parts)):
        if sum(table) in values("total"):
            for key, value in zip((*parts, "total"), (*table, sum(table)), strict=True):
                fitting[key].add(value)
    return fitting


def test_figures_that_tell_nothing_of_each_other_stay_as_they_are():
    cells = {"total": Cell(100, 30), "a": Cell(40, 12), "b": Cell(60, 20)}
    assert show(cells) == {"total": 100, "a": 40, "b": 60}


@pytest.mark.clause("CON-1", "CON-2")
def test_one_persons_many_visits_are_not_the_difference_of_two_figures():
    shown = show({"total": Cell(300, 30, worth=9), "a": Cell(100, 29), "b": Cell(200, 1)})
    assert shown == {"total": 300, "a": None, "b": None}


@pytest.mark.clause("CON-1", "CON-2")
def test_independent_rounding_alone_would_have_told_one_or_two():
    # 5..7 less 5..7 leaves at most two: rounding alone is not enough.
    shown = show({"total": Cell(6, 6, worth=9), "a": Cell(5, 5), "b": Cell(1, 1)})
    assert shown["b"] is None
    assert {1, 2, 3, 4} <= possible(shown, ("a", "b"))["b"]


def test_what_is_worth_least_is_given_up_first():
    cells = {"total": Cell(300, 30, worth=1), "a": Cell(100, 29, worth=2), "b": Cell(200, 1)}
    assert show(cells) == {"total": None, "a": 100, "b": None}


def test_a_zero_stays_a_zero():
    cells = {"total": Cell(100, 30), "a": Cell(100, 30), "b": Cell(0, 0)}
    assert show(cells) == {"total": 100, "a": 100, "b": 0}


def test_a_figure_that_is_not_published_is_not_returned():
    cells = {"total": Cell(100, 30, published=False), "a": Cell(40, 12), "b": Cell(60, 20)}
    assert show(cells) == {"a": 40, "b": 60}


def test_two_hidden_figures_protect_each_other():
    cells = {"total": Cell(60, 20), "a": Cell(2, 2), "b": Cell(3, 2), "c": Cell(55, 20)}
    shown = show(cells, [Balance(("total",), ("a", "b", "c"))])
    assert shown == {"total": 60, "a": None, "b": None, "c": 55}


@pytest.mark.clause("CON-1", "CON-2")
def test_a_hidden_number_of_people_is_not_what_others_leave_over():
    # 18 people of whom 7 and 7 used the others: whoever knows 20, 5 and 5 would know the third to be 4.
    cells = {
        "total": Cell(18, 18, counts_people=True, worth=9),
        "a": Cell(7, 7, counts_people=True),
        "b": Cell(7, 7, counts_people=True),
        "c": Cell(4, 4, counts_people=True),
    }
    shown = show(cells, [Balance(("a", "b", "c"), ("total",), exact=False)])
    assert shown["c"] is None
    assert None in (shown["a"], shown["b"], shown["total"])


def test_figures_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match="do not add up"):
        show({"total": Cell(100, 30), "a": Cell(40, 12), "b": Cell(61, 20)})


def test_a_whole_that_is_less_than_its_part_is_refused():
    with pytest.raises(ValueError, match="do not add up"):
        show({"total": Cell(10, 10), "a": Cell(11, 11)}, [Balance(("total",), ("a",), exact=False)])


def test_an_empty_table_is_an_empty_table():
    assert show({}, ()) == {}


figures = st.tuples(st.integers(0, 24), st.integers(1, 24)).map(lambda each: (each[0], min(each)))


@pytest.mark.clause("CON-1", "CON-2")
@settings(max_examples=60, deadline=None)
@given(parts=st.lists(figures, min_size=1, max_size=3))
def test_every_small_value_stays_possible_whatever_the_table(parts):
    names = "abc"[: len(parts)]
    cells = {name: Cell(number, people) for name, (number, people) in zip(names, parts, strict=True)}
    everybody = sum(people for _, people in parts)
    cells["total"] = Cell(sum(number for number, _ in parts), everybody, worth=2)
    shown = show(cells, [Balance(("total",), tuple(names))])
    fitting = possible(shown, tuple(names))
    used = sum(bool(number) for number, _ in parts)
    for key, cell in cells.items():
        if cell.number and (cell.people < 5 or cell.number < 5):
            least = used if key == "total" or used == 1 else 1
            assert set(range(least, least + 4)) <= fitting[key]
        if shown[key] is None:
            assert len(fitting[key]) > 1
