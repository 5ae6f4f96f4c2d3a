"""Are draws repeatable, and spread as they say?"""

from __future__ import annotations

from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.demonstration.chance import Spread, begin, draw_count


def test_the_same_seed_and_labels_begin_the_same_row_of_draws() -> None:
    assert [begin(4, "day", "S001").random() for _ in range(3)] == [begin(4, "day", "S001").random()] * 3


@pytest.mark.parametrize("other", [(5, "day", "S001"), (4, "night", "S001"), (4, "day", "S002"), (4, "day")])
def test_another_seed_or_label_begins_another_row(other: tuple[int, str]) -> None:
    assert begin(*other).random() != begin(4, "day", "S001").random()


def test_half_of_a_spread_lies_under_its_median() -> None:
    chance = begin(1, "spread")
    drawn = [Spread(40.0, 0.9).draw(chance) for _ in range(4000)]
    assert 37 < median(drawn) < 43
    assert mean(drawn) > 50, "a log-normal spread has a long tail"


def test_a_spread_without_sigma_is_its_median() -> None:
    assert Spread(7.0, 0.0).draw(begin(1)) == 7.0


@given(st.integers(0, 1000), st.floats(0.1, 3.0))
def test_no_draw_leaves_the_ends_of_a_spread(seed: int, sigma: float) -> None:
    spread = Spread(10.0, sigma, least=4.0, most=25.0)
    assert 4.0 <= spread.draw(begin(seed)) <= 25.0


def test_counts_have_the_mean_asked_for() -> None:
    chance = begin(2, "counts")
    assert 2.3 < mean(draw_count(chance, 2.5) for _ in range(4000)) < 2.7


@pytest.mark.parametrize("none", [0.0, -3.0])
def test_a_mean_of_nothing_gives_nothing(none: float) -> None:
    assert draw_count(begin(1), none) == 0


def test_a_huge_mean_is_bounded_and_ends() -> None:
    assert 500 < draw_count(begin(1), 1e9) < 900
