"""Is a whole day judged as the rules judge each window of it?"""

from __future__ import annotations

from itertools import groupby

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.records.evidence import Evidence, Outcome
from staffroom.records.requests import Grade
from staffroom.rules.outcomes import STEPS, Traits
from staffroom.rules.thresholds import Card
from staffroom.rules.visits import judge_windows
from staffroom.traffic.judging import OUTCOMES, judge_day

COUNTS = (
    "interactive", "media", "embed", "tracking", "background", "login", "shortener", "blocked",
    "pages", "followed", "foreign",
)  # fmt: skip
NEAR = sorted(
    {0, 10**12, *(band + step for band in (*STEPS["volume"], *STEPS["run_volume"]) for step in (-1, 0, 1))}
)
BITS = st.one_of(st.sampled_from((0, 1, 3, 7, 15, 1 << 63)), st.integers(0, 2**20 - 1))


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    counts = {name: draw(st.sampled_from((0, 0, 1, 2, 4, 6))) for name in COUNTS}
    return Evidence(
        who=draw(st.sampled_from("ab")),
        attributed=True,
        service=draw(st.sampled_from(tuple(TRAITS))),
        window=draw(st.integers(1_000, 1_015)),
        grade=draw(st.sampled_from(Grade)),
        octets=draw(st.sampled_from(NEAR)),
        hosts=draw(BITS),
        began=draw(BITS) & 0xFFFFF,
        **counts,
    )


TRAITS = {
    "chirp": Traits(alone=False, card=Card.ORDINARY),
    "solo": Traits(alone=True, card=Card.FORUM),
    "tell": Traits(alone=False, card=Card.MESSENGER),
    "rich": Traits(alone=False, card=Card.RICH),
    "tube": Traits(alone=False, card=Card.PLAYER),
}


def place_of(one: Evidence) -> tuple[str, str, int]:
    return (one.who, one.service, one.window)


def columns_of(day: list[Evidence]) -> dict[str, np.ndarray]:
    parties = {party: number for number, party in enumerate(sorted({place_of(one)[:2] for one in day}), 1)}
    columns = {
        name: np.array([getattr(one, name) for one in day], dtype=np.int32) for name in (*COUNTS, "window")
    }
    return columns | {
        "grade": np.array([int(one.grade) for one in day], dtype=np.int32),
        "octets": np.array([one.octets for one in day], dtype=np.int64),
        "hosts": np.array([one.hosts.bit_count() for one in day], dtype=np.int8),
        "slots": np.array([one.began.bit_count() for one in day], dtype=np.int8),
        "alone": np.array([TRAITS[one.service].alone for one in day], dtype=np.bool_),
        "card": np.array([TRAITS[one.service].card for one in day], dtype=np.int32),
        "party": np.array([parties[place_of(one)[:2]] for one in day], dtype=np.int64),
    }


def judged_one_by_one(day: list[Evidence]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for (_, service), windows in groupby(day, key=lambda one: place_of(one)[:2]):
        outcomes += judge_windows(list(windows), TRAITS[service])
    return outcomes


@given(days=st.lists(evidence(), max_size=30, unique_by=place_of))
@settings(max_examples=300, deadline=None)
def test_a_day_is_judged_as_each_of_its_windows_is(days):
    day = sorted(days, key=place_of)
    assert [OUTCOMES[number] for number in judge_day(columns_of(day))] == judged_one_by_one(day)


def test_a_day_without_evidence_has_no_outcomes():
    assert judge_day(columns_of([])).tolist() == []


def test_the_stretch_of_one_person_is_not_another_persons():
    def window(who: str, at: int, service: str = "chirp") -> Evidence:
        counts = {"interactive": 3, "octets": 250_000, "hosts": 3, "began": 1}
        return Evidence(who, True, service, at, Grade.NAME_AND_VOLUME, **counts)

    day = [window("a", 1_000), window("a", 1_001), window("b", 1_001), window("c", 1_001), window("c", 1_005)]
    judged = [OUTCOMES[number] for number in judge_day(columns_of(day))]
    assert judged == [Outcome.VISIT, *[Outcome.AMBIGUOUS] * 4]
