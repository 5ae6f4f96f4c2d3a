"""Is a log that grows, is rotated or is emptied read on from where it was left?"""

from __future__ import annotations

import gzip
import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from traffic.made_store import ledger_of, open_store, prints_of, read_into, rows_of, share_keys
from traffic.made_traffic import HOUR, MONDAY, Made, a_day, squid, zeek_http

TEXT = squid(a_day())
DATED = b"#Software: made\n#Fields: date time c-ip cs-username cs-host sc-bytes\n"


def write(path: Path, text: bytes) -> Path:
    path.write_bytes(text)
    return path


def append(path: Path, text: bytes) -> None:
    with path.open("ab") as file:
        file.write(text)


@given(steps=st.lists(st.integers(1, len(TEXT)), max_size=5))
@settings(max_examples=7, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_log_that_grows_by_any_bytes_ends_up_as_if_read_at_once(kernels, steps):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, grown = folder / "whole", folder / "grown"
        share_keys(whole, [grown])
        read_into(whole, write(folder / "whole.log", TEXT), kernels=kernels)
        log, before = write(folder / "grown.log", b""), 0
        for end in [*sorted(set(steps)), len(TEXT)]:
            append(log, TEXT[before:end])
            before = end
            read_into(grown, log, kernels=kernels)
        assert rows_of(grown) == rows_of(whole)
        assert prints_of(grown) == prints_of(whole)
        assert ledger_of(grown) == ledger_of(whole)


def test_the_last_line_waits_until_it_is_finished(tmp_path, path_taken):
    log, home = write(tmp_path / "access.log", TEXT[:-5]), tmp_path / "home"
    outcome = read_into(home, log, kernels=path_taken)[0]
    assert outcome.is_unfinished
    lines = TEXT.count(b"\n")
    assert outcome.tally.lines == lines - 1
    append(log, TEXT[-5:])
    outcome = read_into(home, log, kernels=path_taken)[0]
    assert (outcome.is_unfinished, outcome.tally.lines) == (False, 1)
    assert ledger_of(home)["lines"] == lines


def test_a_last_line_that_stays_without_an_end_is_read_the_next_time(homes, tmp_path, path_taken):
    read_into(homes[0], write(tmp_path / "whole.log", TEXT), kernels=path_taken)
    log = write(tmp_path / "access.log", TEXT[:-1])
    for expected in (True, False):
        assert read_into(homes[1], log, kernels=path_taken)[0].is_unfinished is expected
    assert read_into(homes[1], log, kernels=path_taken)[0].is_nothing_new
    assert rows_of(homes[0]) == rows_of(homes[1])


def test_a_packed_log_whose_last_line_has_no_end_is_read_whole(tmp_path, path_taken):
    log = write(tmp_path / "access.log.gz", gzip.compress(TEXT[:-1]))
    outcome = read_into(tmp_path / "home", log, kernels=path_taken)[0]
    assert (outcome.is_unfinished, outcome.tally.lines) == (False, TEXT.count(b"\n"))
    assert read_into(tmp_path / "home", log, kernels=path_taken)[0].is_nothing_new


def test_a_rotated_log_is_known_under_its_new_name_and_read_to_its_end(tmp_path, path_taken):
    log, home = write(tmp_path / "access.log", TEXT), tmp_path / "home"
    read_into(home, log, kernels=path_taken)
    append(log, squid([Made(MONDAY + 5 * HOUR)]))
    log.rename(tmp_path / "access.log.1")
    write(log, squid([Made(MONDAY + 6 * HOUR)]))
    outcomes = read_into(home, tmp_path / "access.log.1", log, kernels=path_taken)
    assert sorted((one.name, one.kept, one.repeated) for one in outcomes) == [
        ("access.log", 1, 0),
        ("access.log.1", 1, 0),
    ]
    packed = write(tmp_path / "access.log.1.gz", gzip.compress((tmp_path / "access.log.1").read_bytes()))
    assert read_into(home, packed, kernels=path_taken)[0].is_nothing_new


def test_a_log_that_was_copied_and_emptied_is_a_new_log_in_the_same_file(tmp_path, path_taken):
    log, home = write(tmp_path / "access.log", TEXT), tmp_path / "home"
    read_into(home, log, kernels=path_taken)
    place = log.stat().st_ino
    for number in (1, 2):
        with log.open("r+b") as file:
            file.truncate()
            file.write(squid(Made(MONDAY + number * HOUR + at, user="new") for at in range(3)))
        assert log.stat().st_ino == place
        outcome = read_into(home, log, kernels=path_taken)[0]
        assert (outcome.kept, outcome.repeated) == (3, 0)


def test_a_log_that_became_shorter_is_read_anew_and_nothing_counts_twice(tmp_path, path_taken):
    log, home = write(tmp_path / "access.log", TEXT), tmp_path / "home"
    read_into(home, log, kernels=path_taken)
    before = rows_of(home)
    with log.open("r+b") as file:
        file.truncate(TEXT.index(b"\n", len(TEXT) // 2) + 1)
    outcome = read_into(home, log, kernels=path_taken)[0]
    assert (outcome.problem, outcome.kept) == ("", 0)
    assert outcome.repeated > 0
    assert rows_of(home) == before


def test_a_log_changed_before_the_bookmark_is_read_anew(tmp_path, path_taken):
    log, home = write(tmp_path / "access.log", TEXT), tmp_path / "home"
    read_into(home, log, kernels=path_taken)
    write(log, squid([Made(MONDAY - HOUR)]).join((TEXT[: TEXT.rindex(b"\n", 0, -1) + 1], b"")) + TEXT)
    outcome = read_into(home, log, kernels=path_taken)[0]
    assert (outcome.kept, outcome.problem) == (1, "")
    assert outcome.repeated > 0


def test_fields_named_at_the_head_hold_for_what_is_added_later(tmp_path):
    """The part read before is not read again, but its `#Fields` and `#Date` are."""
    log, home = tmp_path / "proxy.log", tmp_path / "home"
    line = b"2026-09-07 08:%02d:00 10.1.0.5 asample www.chirp.example 1000\n"
    write(log, DATED + b"".join(line % minute for minute in range(9)))
    assert read_into(home, log)[0].kept == 9
    append(log, line % 30)
    outcome = read_into(home, log)[0]
    assert (outcome.kept, outcome.repeated, dict(outcome.tally.unreadable)) == (1, 0, {})


def test_a_zeek_log_that_grows_past_its_close_is_read_on(tmp_path):
    log, home = write(tmp_path / "http.log", zeek_http([Made()])), tmp_path / "home"
    assert read_into(home, log)[0].kept == 1
    append(log, zeek_http([Made(MONDAY + HOUR)]))
    assert read_into(home, log)[0].kept == 1


def test_a_touched_file_is_looked_at_and_not_read_again(tmp_path, path_taken):
    log, home = write(tmp_path / "access.log", TEXT), tmp_path / "home"
    read_into(home, log, kernels=path_taken)
    os.utime(log, (1, 1))
    outcome = read_into(home, log, kernels=path_taken)[0]
    assert (outcome.is_nothing_new, outcome.repeated) == (True, 0)


def test_bookmarks_of_one_file_do_not_pile_up(tmp_path):
    log, home = write(tmp_path / "access.log", b""), tmp_path / "home"
    for step in range(4):
        append(log, squid(Made(MONDAY + step * HOUR + at) for at in range(10)))
        read_into(home, log)
    assert len(open_store(home).state.bookmarks) == 1
