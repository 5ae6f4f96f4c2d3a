"""Which windows make up one visit?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.records.evidence import Outcome
from staffroom.rules.outcomes import Judgement
from staffroom.rules.thresholds import GAP_WINDOWS
from staffroom.rules.visits import Judged, settle, split_runs

VISIT = Judgement(Outcome.VISIT)
JOINS = Judgement(Outcome.AMBIGUOUS, joins=True)
SMALL = Judgement(Outcome.EMBEDDED, joins=True)
ALONE = Judgement(Outcome.AMBIGUOUS)

JUDGEMENTS = st.builds(Judgement, st.sampled_from(Outcome), st.booleans())
WINDOWS = st.dictionaries(st.integers(0, 40), JUDGEMENTS, max_size=20).map(
    lambda windows: [Judged(window, windows[window]) for window in sorted(windows)]
)


def settled(*windows: tuple[int, Judgement]) -> list[Outcome]:
    return list(settle([Judged(*one) for one in windows]))


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize("joining", [JOINS, SMALL])
def test_a_window_beside_a_visit_that_joins_it_is_a_visit(joining):
    assert settled((10, joining), (11, VISIT), (12, joining)) == [Outcome.VISIT] * 3


@pytest.mark.clause("MON-2")
def test_windows_that_join_but_lead_to_no_visit_stay_what_they_are():
    assert settled((10, JOINS), (11, SMALL)) == [Outcome.AMBIGUOUS, Outcome.EMBEDDED]


@pytest.mark.clause("MON-2")
def test_a_window_that_does_not_join_stays_what_it_is_even_in_the_middle_of_a_visit():
    assert settled((10, VISIT), (11, ALONE), (12, VISIT)) == [Outcome.VISIT, Outcome.AMBIGUOUS, Outcome.VISIT]


def test_a_visit_reaches_on_through_a_whole_run():
    assert settled((10, JOINS), (12, JOINS), (14, VISIT), (16, JOINS)) == [Outcome.VISIT] * 4


def test_a_pause_of_one_window_does_not_end_a_visit_and_a_longer_one_does():
    assert settled((10, VISIT), (11 + GAP_WINDOWS, JOINS)) == [Outcome.VISIT, Outcome.VISIT]
    assert settled((10, VISIT), (12 + GAP_WINDOWS, JOINS)) == [Outcome.VISIT, Outcome.AMBIGUOUS]


def test_nothing_settles_to_nothing():
    assert settled() == []


@given(windows=WINDOWS)
@settings(max_examples=200)
def test_settling_again_changes_nothing(windows):
    once = settle(windows)
    again = [one._replace(judgement=one.judgement._replace(outcome=now)) for one, now in zip(windows, once, strict=True)]
    assert settle(again) == once


@given(windows=WINDOWS)
@settings(max_examples=200)
def test_settling_only_ever_makes_visits_and_only_of_windows_that_join(windows):
    for one, now in zip(windows, settle(windows), strict=True):
        assert now == one.judgement.outcome or (now is Outcome.VISIT and one.judgement.joins)


@given(windows=WINDOWS)
@settings(max_examples=200)
def test_without_a_true_visit_nothing_changes(windows):
    left = [one for one in windows if one.judgement.outcome is not Outcome.VISIT]
    assert settle(left) == tuple(one.judgement.outcome for one in left)


@given(windows=WINDOWS)
@settings(max_examples=200)
def test_every_new_visit_leads_to_a_true_one_without_a_longer_pause(windows):
    runs_on = {one.window for one in windows if one.judgement.joins or one.judgement.outcome is Outcome.VISIT}
    reached = {one.window for one in windows if one.judgement.outcome is Outcome.VISIT}
    while grown := {at for at in runs_on - reached if any(abs(at - by) <= GAP_WINDOWS + 1 for by in reached)}:
        reached |= grown
    now = {one.window for one, outcome in zip(windows, settle(windows), strict=True) if outcome is Outcome.VISIT}
    assert now == reached


@given(windows=st.sets(st.integers(0, 99)).map(sorted))
@settings(max_examples=200)
def test_runs_hold_every_window_once_in_order_and_part_only_at_longer_pauses(windows):
    runs = list(split_runs(windows))
    assert [place for run in runs for place in run] == list(range(len(windows)))
    for run in runs:
        held = [windows[place] for place in run]
        assert all(later - earlier <= GAP_WINDOWS + 1 for earlier, later in zip(held, held[1:], strict=False))
    for before, after in zip(runs, runs[1:], strict=False):
        assert windows[after[0]] - windows[before[-1]] > GAP_WINDOWS + 1
