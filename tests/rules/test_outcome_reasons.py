"""Do the reasons given for a judgement agree with the judgement?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from staffroom.records.evidence import Outcome
from staffroom.records.requests import Grade
from staffroom.rules.outcome_reasons import explain
from staffroom.rules.outcomes import STEPS, Features, breakdown, judge, points
from staffroom.rules.thresholds import CARDS, Card

FLAGS = (
    "has_media",
    "spread",
    "login",
    "shortener",
    "blocked",
    "pages",
    "followed",
    "foreign",
    "own",
    "alone",
)
WINDOWS = st.builds(
    Features,
    grade=st.sampled_from([int(one) for one in Grade]),
    card=st.sampled_from([int(one) for one in Card]),
    **{name: st.integers(0, len(steps)) for name, steps in STEPS.items()},
    **{name: st.booleans() for name in FLAGS},
)
LACK = "It is not called a visit because"
MENDED = {
    "of its servers": {"hosts": 2},
    "came back": {"volume": len(STEPS["volume"])},
    "quarter-minutes": {"spread": True},
    "a widget": {"widget": 0},
    "look the same": {"card": int(Card.ORDINARY)},
    "the other site's page": {"own": True},
}


@pytest.mark.clause("MON-2", "CON-1")
@limits(max_examples=600)
@given(window=WINDOWS)
def test_a_visit_is_never_explained_by_what_it_lacks_and_all_else_always_has_a_reason(window):
    reasons = explain(window)
    assert reasons
    if judge(window) is Outcome.VISIT:
        assert not any(LACK in reason for reason in reasons)


@pytest.mark.clause("MON-2", "CON-1")
@limits(max_examples=600)
@given(window=WINDOWS)
def test_a_window_that_had_what_it_is_said_to_lack_would_be_a_visit(window):
    """The reasons are the whole of the matter: mend each, and the judgement changes."""
    lacking = [reason for reason in explain(window) if LACK in reason]
    if lacking:
        for reason in lacking:
            changes = [change for words, change in MENDED.items() if words in reason]
            assert changes, reason
            for change in changes:
                window = window._replace(**change)
        assert judge(window) is Outcome.VISIT


@given(window=WINDOWS)
def test_what_was_only_looked_up_is_said_to_be(window):
    if judge(window) is Outcome.LOOKED_UP:
        assert "looked up" in " ".join(explain(window))


@given(window=WINDOWS)
def test_no_reason_is_given_twice(window):
    assert len(set(explain(window))) == len(explain(window))


@pytest.mark.clause("MON-2", "CON-1")
@given(window=WINDOWS)
def test_the_points_that_are_named_are_all_the_points_there_are(window):
    assert sum(earned for _, _, earned in breakdown(window)) == points(window)


@pytest.mark.clause("MON-2", "CON-1")
@given(window=WINDOWS)
def test_where_points_decided_they_and_the_figure_to_reach_are_said(window):
    reasons = " ".join(explain(window))
    if "On the scorecard" in reasons:
        card = CARDS[Card(window.card)]
        total = str(points(window)).replace("-", "−")
        assert f"it has {total} point" in reasons
        assert f"{card.enough} make a visit" in reasons
        if judge(window) is Outcome.VISIT:
            assert points(window) >= card.enough
