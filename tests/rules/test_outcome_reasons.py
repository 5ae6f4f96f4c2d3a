"""Do the reasons given for a judgement agree with the judgement?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from staffroom.records.evidence import Outcome
from staffroom.records.requests import Grade
from staffroom.rules.outcome_reasons import explain
from staffroom.rules.outcomes import Features, judge

FLAGS = ("interactive", "widget", "background", "login", "shortener", "blocked", "fresh", "gallery", "pages")
FLAGS += ("followed", "foreign", "own", "alone", "rich")
WINDOWS = st.builds(
    Features,
    grade=st.sampled_from([int(one) for one in Grade]),
    media=st.integers(0, 3),
    volume=st.integers(0, 5),
    hosts=st.integers(0, 2),
    spread=st.integers(0, 3),
    **{name: st.booleans() for name in FLAGS},
)
LACK = "It is not called a visit because"
MENDED = {
    "of its servers": {"hosts": 2},
    "came back": {"volume": 5},
    "quarter-minutes": {"spread": 3},
    "pictures were loaded": {"media": 3, "gallery": True},
    "a widget": {"widget": False},
    "look the same": {"rich": False},
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
