"""Can the truth be added up, put into a file and read back?"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.demonstration.tallies import cover, tell_truth
from staffroom.demonstration.truth import Truth, from_document
from staffroom.demonstration.visits import Told, Visit

WORDS = st.text(max_size=4)
VISITED = st.frozensets(st.tuples(WORDS, WORDS, st.integers(0, 10**7)), max_size=6)
TRUTHS = st.builds(
    Truth,
    visits=VISITED,
    seconds=st.dictionaries(st.tuples(WORDS, WORDS), st.integers(0, 10**6), max_size=5),
    unattributable=VISITED,
    hidden=VISITED,
    for_school=VISITED,
)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted).map(tuple), max_size=8)
NINE = 32_400_000


@given(TRUTHS)
def test_what_is_written_is_read_back(truth: Truth) -> None:
    assert from_document(json.loads(json.dumps(truth.to_document()))) == truth


@given(TRUTHS, TRUTHS)
def test_two_days_add_up_in_either_order(one: Truth, other: Truth) -> None:
    assert one | other == other | one
    assert (one | other).visits == one.visits | other.visits
    assert sum((one | other).seconds.values()) == sum(one.seconds.values()) + sum(other.seconds.values())


@given(TRUTHS)
def test_a_day_without_anything_adds_nothing(truth: Truth) -> None:
    assert truth | Truth() == truth


@pytest.mark.parametrize("wrong", [{}, {"visits": 3}, {"visits": [["a"]]}])
def test_a_document_of_another_shape_is_refused(wrong: dict) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_document(wrong)


@given(SPANS)
def test_time_that_overlaps_counts_once(spans: list[tuple[int, int]]) -> None:
    assert cover(spans) == len({moment for start, end in spans for moment in range(start, end)})


def test_visits_add_up_by_what_can_be_told_of_them() -> None:
    truth = tell_truth([_visit(Told.WHOLE), _visit(Told.NOT_WHO, "x"), _visit(Told.NOT_WHAT, "discord")])
    assert truth.visits == {("ann", "facebook", 108)}
    assert truth.unattributable == {("ann", "x", 108)}
    assert truth.hidden == {("ann", "discord", 108)}


def test_only_what_a_log_can_tell_has_seconds() -> None:
    truth = tell_truth([_visit(Told.WHOLE), _visit(Told.NOT_WHO, "x")])
    assert truth.seconds == {("ann", "facebook"): 60}


def test_a_window_that_a_phone_hides_and_a_desk_shows_is_shown() -> None:
    truth = tell_truth([_visit(Told.NOT_WHO), _visit(Told.WHOLE)])
    assert truth.visits == {("ann", "facebook", 108)}
    assert truth.unattributable == frozenset()


def test_a_registered_visit_is_for_the_school() -> None:
    assert tell_truth([_visit(Told.WHOLE, for_school=True)]).for_school == {("ann", "facebook", 108)}
    assert tell_truth([_visit(Told.WHOLE)]).for_school == frozenset()


def test_two_visits_at_once_do_not_take_twice_the_time() -> None:
    assert tell_truth([_visit(Told.WHOLE), _visit(Told.WHOLE)]).seconds == {("ann", "facebook"): 60}


def _visit(told: Told, service: str = "facebook", *, for_school: bool = False) -> Visit:
    return Visit("ann", service, NINE, NINE + 60_000, (NINE, NINE + 50_000), told, for_school)
