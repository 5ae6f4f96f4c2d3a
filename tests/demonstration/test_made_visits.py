"""Do visits go as people's visits go, glances and tabs left open among them?"""

from __future__ import annotations

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.demonstration.apps import ON_A_PHONE
from staffroom.demonstration.chance import begin
from staffroom.demonstration.manners import FACEBOOK, IN_A_BROWSER, MUMSNET, YOUTUBE, Manner
from staffroom.demonstration.truth import window_of
from staffroom.demonstration.visits import Told, Visit, draw_acts, draw_end, draw_left_open, draw_traffic

START = 1_789_361_000_000
HOUR = 3_600_000
MANNERS = st.sampled_from([*IN_A_BROWSER, *ON_A_PHONE])


@given(MANNERS, st.integers(0, 500), st.integers(1, 2 * HOUR))
def test_nobody_acts_before_they_begin_or_after_they_leave(manner: Manner, seed: int, stays: int) -> None:
    acts = draw_acts(manner, begin(seed), start=START, leaves=START + stays)
    assert acts[0] == START
    assert list(acts) == sorted(acts)
    assert acts[-1] < START + stays


@given(MANNERS, st.integers(0, 500), st.integers(1, 2 * HOUR))
def test_a_visit_ends_after_its_last_act_and_when_the_person_leaves_at_the_latest(
    manner: Manner, seed: int, stays: int
) -> None:
    chance, leaves = begin(seed), START + stays
    acts = draw_acts(manner, chance, start=START, leaves=leaves)
    assert acts[-1] < draw_end(acts, chance, leaves=leaves) <= max(leaves, acts[-1] + 1)


@given(MANNERS, st.integers(0, 500))
def test_every_act_makes_its_own_request_at_that_moment(manner: Manner, seed: int) -> None:
    chance = begin(seed)
    acts = draw_acts(manner, chance, start=START, leaves=START + HOUR)
    fetched_at = {fetch.at for fetch in draw_traffic(manner, acts, chance)}
    assert set(acts) <= fetched_at


def test_most_visits_are_short_and_a_few_are_very_long() -> None:
    lengths = [len(draw_acts(FACEBOOK, begin(n), start=START, leaves=START + 8 * HOUR)) for n in range(600)]
    assert 5 < median(lengths) < 14
    assert max(lengths) > 60


def test_some_visits_are_glances_of_a_few_kilobytes() -> None:
    sizes = _sizes(FACEBOOK)
    assert sum(size < 100_000 for size in sizes) > 5
    assert min(sizes) < 40_000


def test_a_whole_visit_is_most_often_far_larger_than_a_glance() -> None:
    assert median(_sizes(FACEBOOK)) > 1_000_000


def test_watching_a_film_brings_more_than_reading_a_forum() -> None:
    assert median(_sizes(YOUTUBE)) > 5 * median(_sizes(MUMSNET))


def test_an_app_of_messages_may_bring_less_than_a_pixel() -> None:
    whatsapp = next(one for one in ON_A_PHONE if one.service == "whatsapp")
    assert sum(size < 10_000 for size in _sizes(whatsapp)) > 15


def test_tabs_left_open_poll_after_the_visit_and_until_the_person_leaves() -> None:
    drawn = [draw_left_open(FACEBOOK, begin(n), ended_at=START, leaves=START + HOUR) for n in range(300)]
    kept = [fetches for fetches in drawn if fetches]
    assert 50 < len(kept) < 140, "about three in ten"
    assert all(START < fetch.at <= START + HOUR + 6000 for fetches in kept for fetch in fetches)


def test_polls_of_a_tab_are_small_for_the_most_part() -> None:
    polls = [
        fetch.octets
        for number in range(200)
        for fetch in draw_left_open(FACEBOOK, begin(number), ended_at=START, leaves=START + 4 * HOUR)
    ]
    assert median(polls) < 5_000
    assert max(polls) > 50_000, "now and then a picture comes by itself"


def test_a_page_that_does_not_poll_leaves_nothing_behind() -> None:
    assert not any(draw_left_open(MUMSNET, begin(n), ended_at=START, leaves=START + HOUR) for n in range(50))


def test_the_windows_of_a_visit_are_those_of_its_acts() -> None:
    acts = (START, START + 400_000, START + 410_000)
    visit = Visit("S001", "x", START, START + 420_000, acts, Told.WHOLE)
    assert visit.windows == {START // 300_000, (START + 400_000) // 300_000}


@pytest.mark.parametrize(("at", "window"), [(0, 0), (299_999, 0), (300_000, 1), (-1, -1)])
def test_a_window_is_five_minutes_since_1970(at: int, window: int) -> None:
    assert window_of(at) == window


def _sizes(manner: Manner) -> list[int]:
    sizes = []
    for number in range(200):
        chance = begin(number)
        acts = draw_acts(manner, chance, start=START, leaves=START + HOUR)
        sizes.append(sum(fetch.octets for fetch in draw_traffic(manner, acts, chance)))
    return sizes
