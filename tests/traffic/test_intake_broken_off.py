"""Does work that was broken off end, the next time, as if it had not been?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from staffroom.traffic import state
from staffroom.traffic.chunks import Chunks
from traffic.made_store import ledger_of, open_store, prints_of, read_into, rows_of
from traffic.made_traffic import MONDAY, Made, a_day, squid

TEXT = squid(a_day(people=4) + a_day(1))


class BreaksOff:
    """Presses Ctrl-C at the n-th word."""

    def __init__(self, at: int) -> None:
        self.left = at

    def advance(self, **_: object) -> None:
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt


@pytest.fixture
def small_steps(monkeypatch):
    """Make chunks of a few lines, and gatherers that are soon full, so that work is kept many times."""
    monkeypatch.setitem(Chunks.__init__.__kwdefaults__, "largest", 1_500)
    for module in ("gatherer", "plain_gatherer"):
        monkeypatch.setattr(f"staffroom.traffic.{module}.MOST_SEEN", 12)
    monkeypatch.setattr("staffroom.traffic.intake.MOST_HITS", 5)


def write(path: Path, text: bytes = TEXT) -> Path:
    path.write_bytes(text)
    return path


def lines_in(home: Path):
    """What was read, but for the lines that a second run met again."""
    return ledger_of(home, "lines", "listed", "pupils")


def kept_in(home: Path):
    return rows_of(home), prints_of(home)


def test_keeping_many_times_gives_the_same_as_keeping_once(homes, tmp_path, path_taken, request):
    log = write(tmp_path / "access.log")
    once = read_into(homes[0], log, kernels=path_taken)
    request.getfixturevalue("small_steps")
    often = read_into(homes[1], log, kernels=path_taken)
    assert often == once
    assert kept_in(homes[0]) == kept_in(homes[1])
    assert open_store(homes[1]).state.number > 10
    assert ledger_of(homes[0]) == ledger_of(homes[1])
    assert days_of(homes[0]) == days_of(homes[1])


def days_of(home: Path) -> set[str]:
    return {day for segment in open_store(home).state.segments for day in segment.days}


@pytest.mark.parametrize("at", [1, 5])
def test_a_reading_that_was_interrupted_goes_on_where_it_stopped(homes, tmp_path, path_taken, request, at):
    log = write(tmp_path / "access.log")
    read_into(homes[0], log, kernels=path_taken)
    request.getfixturevalue("small_steps")
    with pytest.raises(KeyboardInterrupt):
        read_into(homes[1], log, kernels=path_taken, progress=BreaksOff(at))
    assert open_store(homes[1]).state.bookmarks[0].offset > 0
    outcome = read_into(homes[1], log, kernels=path_taken)[0]
    assert outcome.tally.lines < TEXT.count(b"\n")
    assert kept_in(homes[0]) == kept_in(homes[1])
    assert lines_in(homes[0]) == lines_in(homes[1])


@pytest.mark.parametrize("fails_at", [1, 4])
def test_a_crash_between_the_files_and_the_state_leaves_the_state_before(
    homes, tmp_path, path_taken, request, fails_at, monkeypatch
):
    log = write(tmp_path / "access.log")
    read_into(homes[0], log, kernels=path_taken)
    request.getfixturevalue("small_steps")
    read_into(homes[1], write(tmp_path / "before.log", squid([Made(MONDAY - 1)])), kernels=path_taken)
    read_into(homes[0], tmp_path / "before.log", kernels=path_taken)
    save, calls = state.save, iter(range(1, 99))

    def fail_from_then_on(folder, one):
        if next(calls) >= fails_at:
            raise OSError(28, "No space left on device")
        save(folder, one)

    monkeypatch.setattr(state, "save", fail_from_then_on)
    with pytest.raises(OSError, match="No space left"):
        read_into(homes[1], log, kernels=path_taken)
    monkeypatch.setattr(state, "save", save)
    read_into(homes[1], log, kernels=path_taken)
    assert kept_in(homes[0]) == kept_in(homes[1])
    assert lines_in(homes[0]) == lines_in(homes[1])


def test_one_failure_to_write_is_tried_again_and_nothing_counts_twice(
    homes, tmp_path, path_taken, request, monkeypatch
):
    """The reading ends with the failure, but what it holds is written once more on the way out."""
    log = write(tmp_path / "access.log")
    read_into(homes[0], log, kernels=path_taken)
    request.getfixturevalue("small_steps")
    save, calls = state.save, iter(range(1, 99))

    def fail_once(folder, one):
        if next(calls) == 3:
            raise OSError(5, "Input/output error")
        save(folder, one)

    monkeypatch.setattr(state, "save", fail_once)
    with pytest.raises(OSError, match="Input/output"):
        read_into(homes[1], log, kernels=path_taken)
    read_into(homes[1], log, kernels=path_taken)
    assert kept_in(homes[0]) == kept_in(homes[1])
    assert lines_in(homes[0]) == lines_in(homes[1])


def test_files_that_no_state_names_are_swept_away(tmp_path):
    log, home = write(tmp_path / "access.log"), tmp_path / "home"
    read_into(home, log)
    left_over = [home / "days" / "2026-09-07-000009.parquet", home / "prints" / "1-000009"]
    for file in left_over:
        file.write_bytes(b"left over by a crash")
    before = kept_in(home)
    read_into(home, write(tmp_path / "more.log", squid([Made(MONDAY - 5)])))
    assert not any(file.exists() for file in left_over)
    assert len(kept_in(home)[1]) == len(before[1]) + 1
    state_of = open_store(home).state
    assert {f"days/{file.name}" for file in (home / "days").iterdir()} == set(state_of.days.values())


@given(largest=st.integers(300, 5_000), most=st.integers(1, 40), hits=st.integers(1, 40))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_where_the_cuts_fall_makes_no_difference(tmp_path_factory, kernels, largest, most, hits):
    folder = tmp_path_factory.mktemp("cuts")
    log = write(folder / "access.log")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(Chunks.__init__.__kwdefaults__, "largest", largest)
        patch.setattr("staffroom.traffic.gatherer.MOST_WINDOWS", most)
        patch.setattr("staffroom.traffic.intake.MOST_HITS", hits)
        outcome = read_into(folder / "home", log, kernels=kernels)[0]
    assert outcome.kept == EXPECTED_KEPT
    counted = sum(dict(row[:-1])["lines"] for row in rows_of(folder / "home"))
    assert counted == EXPECTED_KEPT
    assert ledger_of(folder / "home")["lines"] == TEXT.count(b"\n")


EXPECTED_KEPT = sum(
    b"chirp.example" in line or b"solo.example" in line for line in TEXT.splitlines()
) - TEXT.count(b"pupil1")
