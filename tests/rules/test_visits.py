"""Which windows belong to one stretch of use?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.records.evidence import Evidence, Outcome
from staffroom.records.requests import Grade
from staffroom.rules.outcomes import Traits
from staffroom.rules.thresholds import GAP_WINDOWS, GLANCE_OCTETS, Card
from staffroom.rules.visits import judge_windows, split_runs

PLAIN = Traits(alone=False, card=Card.ORDINARY)
TWO_HOSTS = 0b11
WINDOWS = st.sets(st.integers(0, 99)).map(sorted)


def window(at: int, *, began: int = 0b1, octets: int = 500_000, **more) -> Evidence:
    """A window that is a visit where another of its stretch follows it, and alone is not."""
    counts = {"interactive": 3, "hosts": TWO_HOSTS} | more
    return Evidence("code", True, "chirp", at, Grade.NAME_AND_VOLUME, began=began, octets=octets, **counts)


def judged(*windows: Evidence) -> list[Outcome]:
    return list(judge_windows(windows, PLAIN))


@pytest.mark.clause("MON-2")
def test_a_window_alone_is_judged_by_itself():
    assert judged(window(10, octets=250_000)) == [Outcome.AMBIGUOUS]
    assert judged(window(10, octets=1_000_000)) == [Outcome.VISIT]


@pytest.mark.clause("MON-2")
def test_a_window_that_another_follows_in_its_stretch_needs_less():
    first, second = window(10, octets=250_000), window(11, octets=250_000)
    assert judged(first, second) == [Outcome.VISIT, Outcome.AMBIGUOUS]


@pytest.mark.clause("MON-2")
def test_a_pause_of_one_window_does_not_part_a_stretch_and_a_longer_one_does():
    def outcomes(pause: int) -> list[Outcome]:
        return judged(window(10, octets=250_000), window(11 + pause, octets=250_000))

    assert outcomes(GAP_WINDOWS) == [Outcome.VISIT, Outcome.AMBIGUOUS]
    assert outcomes(GAP_WINDOWS + 1) == [Outcome.AMBIGUOUS, Outcome.AMBIGUOUS]


@pytest.mark.clause("MON-2")
def test_beside_a_visit_a_window_of_too_little_volume_stays_what_it_is():
    small = window(11, octets=GLANCE_OCTETS - 1)
    assert judged(window(10, octets=1_000_000), small) == [Outcome.VISIT, Outcome.EMBEDDED]


@pytest.mark.clause("MON-2")
def test_beside_a_visit_a_window_in_which_nothing_began_is_none():
    assert judged(window(10, octets=1_000_000), window(11, began=0)) == [Outcome.VISIT, Outcome.AMBIGUOUS]


def test_no_windows_have_no_outcomes():
    assert judged() == []


@given(windows=WINDOWS, began=st.sampled_from((0, 1, 3)), octets=st.integers(0, 10**6))
@settings(max_examples=200)
def test_every_window_has_one_outcome_and_stretches_do_not_know_of_each_other(windows, began, octets):
    made = [window(at, began=began, octets=octets) for at in windows]
    apart = [
        outcome for run in split_runs(windows) for outcome in judge_windows(made[run.start : run.stop], PLAIN)
    ]
    assert list(judge_windows(made, PLAIN)) == apart
    assert len(apart) == len(windows)


@given(windows=WINDOWS, grade=st.sampled_from(Grade), embed=st.integers(1, 99))
@settings(max_examples=100)
def test_a_stretch_of_widgets_alone_is_never_a_visit_however_long(windows, grade, embed):
    made = [
        Evidence("c", True, "s", at, grade, embed=embed, octets=10**9, began=2**20 - 1, hosts=7)
        for at in windows
    ]
    assert set(judge_windows(made, PLAIN)) <= {Outcome.EMBEDDED}


@given(windows=WINDOWS)
@settings(max_examples=200)
def test_runs_hold_every_window_once_in_order_and_part_only_at_longer_pauses(windows):
    runs = list(split_runs(windows))
    assert [place for run in runs for place in run] == list(range(len(windows)))
    for run in runs:
        held = [windows[place] for place in run]
        assert all(later - earlier <= GAP_WINDOWS + 1 for earlier, later in pairwise(held))
    for before, after in pairwise(runs):
        assert windows[after[0]] - windows[before[-1]] > GAP_WINDOWS + 1
