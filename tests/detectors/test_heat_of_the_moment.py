"""Does the moment count beside the words, and is loudness alone let be?"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.detectors.checker import check
from staffroom.detectors.detector import Ground
from staffroom.detectors.shelf import built_in
from staffroom.detectors.text.heat_of_the_moment import SOON
from staffroom.records.drafts import Draft
from staffroom.records.findings import Audience, Strength
from staffroom.records.school_words import SchoolWords, Strictness

pytestmark = pytest.mark.clause("BYP-3")

HEAT = built_in("heat_of_the_moment")
MILD = "I'm so cross with her"
TUESDAY, SATURDAY = datetime.fromisoformat("2026-09-15"), datetime.fromisoformat("2026-09-19")


def kinds_of(draft: Draft, ground: Ground | None = None) -> list[str]:
    return [finding.kind for finding in check(draft, ground, [HEAT]).findings]


@pytest.mark.parametrize(
    ("at", "kinds"),
    [
        (TUESDAY.replace(hour=21, minute=59), []),
        (TUESDAY.replace(hour=22), ["at-this-hour"]),
        (TUESDAY.replace(hour=4, minute=59), ["at-this-hour"]),
        (TUESDAY.replace(hour=5), []),
        (TUESDAY.replace(hour=15, minute=1), ["at-this-hour"]),
        (TUESDAY.replace(hour=16), []),
        (SATURDAY.replace(hour=15, minute=1), []),
        (None, []),
    ],
)
def test_mild_anger_counts_late_at_night_and_just_after_school(at, kinds):
    assert kinds_of(Draft(MILD, at=at)) == kinds


def test_mild_anger_counts_soon_after_another_draft_and_no_longer_later():
    assert kinds_of(Draft(MILD, since_last=SOON)) == ["again"]
    assert kinds_of(Draft(MILD, since_last=SOON + timedelta(seconds=1))) == []


def test_a_strict_school_is_shown_mild_anger_at_any_time():
    strict = Ground(SchoolWords(strictness={"heat-of-the-moment": Strictness.STRICT}))
    assert kinds_of(Draft(MILD), strict) == ["anger"]


@pytest.mark.parametrize("kind", HEAT.kinds.values(), ids=HEAT.kinds)
def test_it_advises_to_wait_until_tomorrow(kind):
    assert kind.strength is Strength.ADVISED
    assert kind.way_out.startswith("Wait until tomorrow")
    assert Audience.FUTURE_EMPLOYER in kind.matters_to


@given(st.text(alphabet="BCDFGHJKLM !?\n", max_size=60), st.datetimes())
def test_loudness_at_any_hour_is_no_anger(text, at):
    assert kinds_of(Draft(text, at=at, since_last=timedelta(0))) == []


@pytest.mark.parametrize("said", ['He wrote "absolutely fuming" on it', "She said 'I am livid' in the play"])
def test_what_somebody_else_said_is_not_the_authors_anger(said):
    assert kinds_of(Draft(said)) == []
