"""Are days that are read afresh as if they had never been read before, and all others as they were?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from staffroom.records.people import Register
from staffroom.records.school import School
from staffroom.traffic.afresh import Exchange, compare, store_beside, take_over
from staffroom.traffic.intake import Intake
from staffroom.traffic.sources import find_sources
from staffroom.traffic.store import Store
from traffic.made_store import (
    CATALOGUE,
    NOW,
    REGISTER,
    SCHOOL,
    STAFF,
    TERM,
    ledger_of,
    open_store,
    prints_of,
    read_into,
    rows_of,
    share_keys,
)
from traffic.made_traffic import DAY, HOUR, MINUTE, MONDAY, Made, a_day, squid

FEWER = School("Holly Wood School", replace(REGISTER, people=STAFF[:1]), TERM)
FIRST, SECOND = date(2026, 9, 7), date(2026, 9, 8)


def write(path: Path, text: bytes) -> Path:
    path.write_bytes(text)
    return path


def fill(store: Store, *logs: Path, school: School = SCHOOL, kernels: Path | None = None) -> None:
    from staffroom.records.progress import Silence

    intake = Intake(store, school, CATALOGUE, now=NOW, kernels=kernels)
    assert not [one.problem for one in intake.read(find_sources(map(str, logs)), Silence()) if one.problem]


def read_afresh(home: Path, *logs: Path, kernels: Path | None = None, school: School = SCHOOL) -> Exchange:
    store = open_store(home)
    with store_beside(store, TERM) as beside:
        fill(beside, *logs, school=school, kernels=kernels)
        exchange = compare(store, beside)
        take_over(store, beside, exchange.days)
    return exchange


def everything_of(home: Path) -> tuple:
    return rows_of(home), prints_of(home), ledger_of(home)


@pytest.fixture
def logs(tmp_path) -> list[Path]:
    return [write(tmp_path / f"day{number}.log", squid(a_day(number))) for number in range(2)]


@pytest.mark.clause("MON-1")
def test_people_who_were_added_later_are_joined_as_if_they_had_always_been_there(homes, logs, path_taken):
    read_into(homes[0], *logs, school=FEWER, kernels=path_taken)
    read_into(homes[1], *logs, kernels=path_taken)
    assert rows_of(homes[0]) != rows_of(homes[1])
    assert read_afresh(homes[0], *logs, kernels=path_taken) == Exchange((FIRST, SECOND), 0)
    assert everything_of(homes[0]) == everything_of(homes[1])


def test_reading_afresh_what_did_not_change_changes_nothing(tmp_path, logs):
    home = tmp_path / "home"
    read_into(home, *logs)
    before = everything_of(home)
    for _ in range(2):
        read_afresh(home, *logs)
        assert everything_of(home) == before


def test_other_days_stay_as_they_were(tmp_path, logs):
    home = tmp_path / "home"
    read_into(home, *logs, school=FEWER)
    before = open_store(home).state.days
    kept = (home / before["2026-09-07"]).read_bytes()
    assert read_afresh(home, logs[1]) == Exchange((SECOND,), 0)
    after = open_store(home).state.days
    assert after["2026-09-07"] == before["2026-09-07"]
    assert (home / after["2026-09-07"]).read_bytes() == kept
    assert after["2026-09-08"] != before["2026-09-08"]
    assert len(list((home / "days").iterdir())) == 2


@pytest.mark.clause("MON-1", "CON-1")
def test_lines_of_pupils_who_were_added_later_are_gone(tmp_path):
    home, log = tmp_path / "home", tmp_path / "access.log"
    log.write_bytes(squid([Made(user="newpupil"), Made(MONDAY + MINUTE), Made(MONDAY + HOUR)]))
    read_into(home, log)
    pupils = replace(SCHOOL, register=Register(STAFF, frozenset({"newpupil"})))
    assert read_afresh(home, log, school=pupils) == Exchange((FIRST,), 1)
    assert ledger_of(home)["pupils"] == 1
    assert sum(dict(row[:-1])["lines"] for row in rows_of(home)) == len(prints_of(home)) == 2


def test_lines_that_only_another_log_held_are_counted_before_they_are_lost(tmp_path, logs):
    home = tmp_path / "home"
    other = write(
        tmp_path / "other.log", squid(Made(MONDAY + 5 * HOUR + at, user="bexample") for at in range(7))
    )
    read_into(home, *logs, other)
    store = open_store(home)
    with store_beside(store, TERM) as beside:
        fill(beside, *logs)
        assert compare(store, beside) == Exchange((FIRST, SECOND), 7)
    with store_beside(store, TERM) as beside:
        fill(beside, *logs, other)
        assert compare(store, beside) == Exchange((FIRST, SECOND), 0)


def test_a_line_that_lasted_past_midnight_does_not_make_its_log_speak_of_the_day_before(tmp_path, logs):
    home = tmp_path / "home"
    midnight = MONDAY + 15 * HOUR  # 23:00 in UTC is midnight in British Summer Time
    late = [Made(midnight + MINUTE, elapsed=20 * MINUTE, octets=90_000), Made(midnight + 9 * HOUR)]
    second = write(tmp_path / "second.log", squid(late))
    read_into(home, logs[0], second)
    before = everything_of(home)
    assert {row[-1] for row in before[0]} == {"2026-09-07", "2026-09-08"}
    assert read_afresh(home, second) == Exchange((SECOND,), 0)
    assert everything_of(home) == before


def test_a_run_that_is_broken_off_changes_nothing_and_leaves_nothing(tmp_path, logs):
    home = tmp_path / "home"
    read_into(home, *logs, school=FEWER)
    before, files = everything_of(home), sorted(home.rglob("*"))
    store = open_store(home)
    with pytest.raises(KeyboardInterrupt):
        _break_off(store, logs)
    assert (everything_of(home), sorted(home.rglob("*"))) == (before, files)


def _break_off(store: Store, logs: list[Path]) -> None:
    with store_beside(store, TERM) as beside:
        fill(beside, *logs)
        raise KeyboardInterrupt


def test_a_disk_that_fails_in_between_leaves_the_store_as_it_was(tmp_path, logs, monkeypatch):
    home = tmp_path / "home"
    read_into(home, *logs, school=FEWER)
    before = everything_of(home)
    monkeypatch.setattr("staffroom.traffic.state.save", _fail_in(home))
    with pytest.raises(OSError, match="No space"):
        read_afresh(home, *logs)
    monkeypatch.undo()
    assert everything_of(home) == before
    read_into(home, write(tmp_path / "new.log", squid([Made(MONDAY + 3 * DAY)])))
    assert len(list((home / "days").iterdir())) == 3


def _fail_in(home: Path):
    from staffroom.traffic.state import save

    def fail(folder, state):
        if folder == home:
            raise OSError(28, "No space left on device")
        save(folder, state)

    return fail


def test_what_a_killed_run_left_over_is_swept_away_by_the_next(tmp_path, logs):
    home = tmp_path / "home"
    (home / "afresh" / "days").mkdir(parents=True)
    write(home / "afresh" / "days" / "left.parquet", b"left over")
    read_into(home, logs[0])
    assert not (home / "afresh").exists()


def test_a_log_that_was_read_afresh_is_read_on_from_there(tmp_path, logs):
    home = tmp_path / "home"
    read_into(home, *logs)
    read_afresh(home, *logs)
    assert all(one.is_nothing_new for one in read_into(home, *logs))
    assert len(open_store(home).state.bookmarks) == 2
    with logs[1].open("ab") as file:
        file.write(squid([Made(MONDAY + DAY + 6 * HOUR)]))
    assert [one.kept for one in read_into(home, logs[1])] == [1]


def test_both_stores_have_the_same_keys_and_the_second_keeps_none_of_its_own(homes, logs):
    read_into(homes[0], *logs)
    share_keys(homes[0], [homes[1] / "never"])
    with store_beside(open_store(homes[0]), TERM) as beside:
        fill(beside, *logs)
        assert not (beside.folder / "keys").exists()
        assert beside.key("lines") == open_store(homes[0]).key("lines")
