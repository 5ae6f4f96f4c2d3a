"""Is the bookmark of a log that is gone dropped in its time, and that of a log still there kept?"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from staffroom.records.progress import Silence
from staffroom.traffic import state
from staffroom.traffic.intake import Intake
from staffroom.traffic.sources import find_sources
from traffic.made_store import CATALOGUE, SCHOOL, open_store, rows_of
from traffic.made_traffic import a_day, squid

FIRST = date(2026, 9, 8)


def read_on(day: date, home: Path, *logs: Path):
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    intake = Intake(open_store(home), SCHOOL, CATALOGUE, now=int(noon.timestamp() * 1000), kernels=None)
    return list(intake.read(find_sources(map(str, logs)), Silence()))


def prune(home: Path, day: date, keep_days: int = 90) -> int:
    """Prune as on a day; return how many bookmarks are left on the disk."""
    open_store(home).forget_unseen(today=day, keep_days=keep_days)
    return len(state.load(home).bookmarks)


@pytest.fixture
def log(tmp_path) -> Path:
    file = tmp_path / "access.log"
    file.write_bytes(squid(a_day()))
    return file


@pytest.mark.clause("CON-1")
@pytest.mark.parametrize(("past", "left"), [(0, 1), (90, 1), (91, 0), (4_000, 0)])
def test_a_bookmark_is_kept_as_long_as_evidence_and_no_longer(tmp_path, log, past, left):
    read_on(FIRST, tmp_path / "home", log)
    assert prune(tmp_path / "home", FIRST + timedelta(days=past)) == left


def test_a_log_that_was_met_again_unchanged_keeps_its_bookmark(tmp_path, log):
    home = tmp_path / "home"
    read_on(FIRST, home, log)
    later = FIRST + timedelta(days=80)
    assert read_on(later, home, log)[0].is_nothing_new
    assert [one.seen for one in state.load(home).bookmarks] == [later.isoformat()]
    assert prune(home, FIRST + timedelta(days=100)) == 1


def test_of_several_logs_only_those_gone_are_dropped(tmp_path, log):
    home, other = tmp_path / "home", tmp_path / "other.log"
    other.write_bytes(squid(a_day(1)))
    read_on(FIRST, home, log, other)
    read_on(FIRST + timedelta(days=60), home, other)
    assert prune(home, FIRST + timedelta(days=120)) == 1


def test_pruning_changes_nothing_of_the_evidence(tmp_path, log):
    home = tmp_path / "home"
    read_on(FIRST, home, log)
    before = rows_of(home)
    assert before
    prune(home, FIRST + timedelta(days=91))
    assert rows_of(home) == before
    assert read_on(FIRST + timedelta(days=91), home, log)[0].kept == 0  # known by its lines


def test_a_bookmark_that_does_not_say_when_is_counted_from_now_on(tmp_path, log):
    home = tmp_path / "home"
    read_on(FIRST, home, log)
    older = state.load(home)
    older.bookmarks[0].seen = ""
    state.save(home, older)
    assert prune(home, FIRST + timedelta(days=500)) == 1
    assert prune(home, FIRST + timedelta(days=591)) == 0
