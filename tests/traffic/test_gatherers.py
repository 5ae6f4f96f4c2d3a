"""Do the compiled and the plain gatherer count alike?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from staffroom.records.services import Role
from staffroom.traffic.gathered import (
    COUNTED,
    DROPPED,
    FIRST_WINDOW,
    SERVICE_SHIFT,
    Bearers,
    ListingFacts,
    Told,
)
from staffroom.traffic.gatherer import CompiledGatherer
from staffroom.traffic.hits import BLOCKED, FOLLOWED, FOREIGN, PAGE, Columns
from staffroom.traffic.plain_gatherer import PlainGatherer
from traffic.made_traffic import HOUR, MINUTE, MONDAY

WINDOW = 5 * MINUTE
FACTS = ListingFacts(
    np.array([0, 0, 0, 0, 0, 0, 0, 1], dtype=np.int32),
    np.array([0, 1, 2, 3, 4, 5, 6, 0], dtype=np.int32),
    np.array([0, 1, 0, 0, 0, 2, 0, 63], dtype=np.int32),
)
# Identity 0 is person 0; 1 is a pupil until nine o'clock and person 1 from then on; 2 is nobody in scope.
BEARERS = Bearers(
    np.array([0, 1, 3, 4], dtype=np.int32),
    np.array([-(1 << 62), -(1 << 62), MONDAY + HOUR, -(1 << 62)], dtype=np.int64),
    np.array([0, DROPPED, 1, 2], dtype=np.int32),
)


@st.composite
def hits(draw: st.DrawFn) -> tuple[int, ...]:
    began = MONDAY + draw(st.integers(0, 3 * HOUR))
    lasted = draw(
        st.one_of(st.just(0), st.integers(0, 3 * HOUR), st.sampled_from((WINDOW, WINDOW - 1, 12 * WINDOW)))
    )
    octets = draw(st.one_of(st.integers(0, 10**6), st.just(1 << 36)))
    flags = draw(st.integers(0, 31))
    return (
        began, began + lasted, octets, draw(st.integers(0, 2)), draw(st.integers(0, 7)), flags,
        draw(st.integers(1, 5)), draw(st.one_of(st.integers(2, 9), st.integers(2, 2**64 - 1))),
    )  # fmt: skip


def columns_of(rows: list[tuple[int, ...]]) -> Columns:
    kinds = (np.int64,) * 3 + (np.int32,) * 4 + (np.uint64,)
    columns = list(zip(*rows, strict=True)) or [()] * len(kinds)
    return Columns._make(np.array(column, dtype=kind) for column, kind in zip(columns, kinds, strict=True))


def hit(began=MONDAY, ended=None, octets=1_000, identity=0, position=0, flags=0, grade=4, print_=77):
    return (began, began if ended is None else ended, octets, identity, position, flags, grade, print_)


def rows_in(gatherer) -> list[tuple]:
    windows = gatherer.windows()
    columns = (windows.keys, windows.counts, windows.octets, windows.hosts, windows.began, windows.lasted)
    return sorted(tuple(np.ravel(cell).tolist() for cell in row) for row in zip(*columns, strict=True))


def fresh_in(gatherer) -> list[tuple[int, int]]:
    return sorted(zip(*(column.tolist() for column in gatherer.fresh()), strict=True))


def told_by(gatherer) -> dict[Told, int]:
    return {what: gatherer.told(what) for what in Told}


@pytest.fixture(scope="session", params=["plain", "compiled"])
def new_gatherer(request):
    if request.param == "plain":
        return PlainGatherer
    folder = request.getfixturevalue("kernels")
    return lambda: CompiledGatherer(folder)


@given(
    batches=st.lists(st.lists(hits(), max_size=20), max_size=4), known=st.lists(st.integers(2, 9), max_size=3)
)
@settings(max_examples=100, deadline=None)
@example(batches=[[hit(position=0, octets=1 << 36, ended=MONDAY + 12 * WINDOW, identity=0)]], known=[])
def test_every_hit_is_counted_alike(kernels, batches, known):
    plain, compiled = PlainGatherer(), CompiledGatherer(kernels)
    for gatherer in (plain, compiled):
        gatherer.know(np.array(known, dtype=np.uint64))
        for batch in batches:
            gatherer.gather(columns_of(batch), BEARERS, FACTS)
    assert rows_in(compiled) == rows_in(plain)
    assert fresh_in(compiled) == fresh_in(plain)
    assert told_by(compiled) == told_by(plain)


def gathered(new_gatherer, *rows) -> dict[str, int]:
    """Gather rows that make one window, and return what it counts."""
    gatherer = new_gatherer()
    gatherer.gather(columns_of(list(rows)), BEARERS, FACTS)
    windows = gatherer.windows()
    assert len(windows.keys) == 1
    counts = dict(zip(COUNTED, windows.counts[0].tolist(), strict=True))
    more = {name: int(getattr(windows, name)[0]) for name in ("octets", "hosts", "began", "lasted")}
    return {name: count for name, count in (counts | more).items() if count}


def test_a_hit_is_counted_under_its_role(new_gatherer):
    for position, role in enumerate(Role):
        found = gathered(new_gatherer, hit(position=position))
        assert found[role.value] == 1
        assert sum(found.get(other.value, 0) for other in Role) == 1


def test_only_pages_and_pictures_have_volume(new_gatherer):
    for position, role in enumerate(Role):
        expected = 1_000 if role in (Role.INTERACTIVE, Role.MEDIA) else 0
        assert gathered(new_gatherer, hit(position=position)).get("octets", 0) == expected


def test_a_blocked_hit_is_an_attempt_and_brings_nothing(new_gatherer):
    found = gathered(new_gatherer, hit(flags=BLOCKED | PAGE))
    assert found == {"blocked": 1, "lines": 1, "grade": 4}


def test_pages_and_referers_are_counted(new_gatherer):
    found = gathered(
        new_gatherer, hit(flags=PAGE), hit(flags=FOLLOWED, print_=78), hit(flags=FOREIGN, print_=79)
    )
    assert (found["pages"], found["followed"], found["foreign"], found["lines"]) == (1, 1, 1, 3)


def test_the_best_grade_of_a_window_counts(new_gatherer):
    assert gathered(new_gatherer, hit(grade=5), hit(grade=2, print_=78))["grade"] == 5


def test_the_same_line_is_counted_once(new_gatherer):
    gatherer = new_gatherer()
    for _ in range(2):
        gatherer.gather(columns_of([hit(), hit()]), BEARERS, FACTS)
    assert (gatherer.told(Told.KEPT), gatherer.told(Told.REPEATED)) == (1, 3)


@pytest.mark.clause("MON-1")
def test_a_pupils_line_leaves_no_row_and_no_fingerprint(new_gatherer):
    gatherer = new_gatherer()
    gatherer.gather(columns_of([hit(identity=1)]), BEARERS, FACTS)
    assert gatherer.told(Told.PUPILS) == 1
    assert (len(gatherer.windows().keys), len(gatherer.fresh().prints)) == (0, 0)


def test_a_line_is_the_persons_who_held_the_machine_when_it_began(new_gatherer):
    gatherer = new_gatherer()
    late = MONDAY + HOUR
    gatherer.gather(
        columns_of([hit(late - 1, late, identity=1), hit(late, identity=1, print_=9)]), BEARERS, FACTS
    )
    assert (gatherer.told(Told.PUPILS), gatherer.told(Told.KEPT)) == (1, 1)


def test_a_long_line_is_in_every_window_that_it_lasted_through_and_its_volume_is_shared(new_gatherer):
    gatherer = new_gatherer()
    gatherer.gather(columns_of([hit(MONDAY, MONDAY + 2 * WINDOW - 1, octets=1_000)]), BEARERS, FACTS)
    windows = gatherer.windows()
    assert sorted((windows.keys & np.uint64(0xFF_FFFF)).tolist()) == [
        MONDAY // WINDOW - FIRST_WINDOW + step for step in range(2)
    ]
    assert windows.octets.tolist() == [500, 500]
    assert windows.lasted.tolist() == [(1 << 20) - 1] * 2
    assert sorted(windows.began.tolist()) == [0, 1]


def test_a_line_that_lasts_for_a_day_says_nothing_of_its_later_hours(new_gatherer):
    gatherer = new_gatherer()
    gatherer.gather(columns_of([hit(MONDAY, MONDAY + 24 * HOUR)]), BEARERS, FACTS)
    assert len(gatherer.windows().keys) == 12


def test_services_and_bearers_have_their_own_rows(new_gatherer):
    gatherer = new_gatherer()
    gatherer.gather(columns_of([hit(), hit(position=7, print_=8), hit(identity=2, print_=9)]), BEARERS, FACTS)
    keys = gatherer.windows().keys >> np.uint64(SERVICE_SHIFT)
    assert len(set(keys.tolist())) == 3


def test_a_table_of_fingerprints_grows_and_forgets_none(kernels, monkeypatch):
    monkeypatch.setattr("staffroom.traffic.gatherer._SEEN", 16)
    gatherer = CompiledGatherer(kernels)
    gatherer.know(np.arange(2, 1_002, dtype=np.uint64))
    gatherer.gather(columns_of([hit(print_=number) for number in range(2, 1_502)]), BEARERS, FACTS)
    assert (gatherer.told(Told.REPEATED), gatherer.told(Told.KEPT)) == (1_000, 500)


def test_the_tables_have_room_for_what_comes_between_two_looks_at_them():
    from staffroom.traffic import gathered, gatherer

    most = gatherer.MOST_WINDOWS + gatherer.MOST_HITS * gathered.MOST_WINDOWS_OF_A_LINE
    assert most < gatherer._ROWS


def test_a_gatherer_with_many_fingerprints_or_windows_is_full(new_gatherer, monkeypatch):
    for module in ("gatherer", "plain_gatherer"):
        monkeypatch.setattr(f"staffroom.traffic.{module}.MOST_SEEN", 3)
    gatherer = new_gatherer()
    gatherer.gather(columns_of([hit(print_=number) for number in range(2, 5)]), BEARERS, FACTS)
    assert not gatherer.is_full()
    gatherer.gather(columns_of([hit(print_=9)]), BEARERS, FACTS)
    assert gatherer.is_full()
