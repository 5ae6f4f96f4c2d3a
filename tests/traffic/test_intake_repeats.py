"""Is evidence a set of lines, whatever files they stand in and however often those are read?"""

from __future__ import annotations

import gzip
import lzma
import os
import random
import tempfile
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from traffic.made_store import ledger_of, open_store, prints_of, read_into, rows_of, share_keys
from traffic.made_traffic import DAY, HOUR, MONDAY, Made, a_day, squid, zeek_http

TEXT = squid(a_day() + a_day(1))
PACKINGS = {
    "access.log.gz": gzip.compress,
    "access.log.xz": lzma.compress,
    "access.log.zst": zstandard.ZstdCompressor().compress,
    "two_members.gz": lambda text: gzip.compress(text[:5_000]) + gzip.compress(text[5_000:]),
    "two_frames.zst": lambda text: b"".join(
        map(zstandard.ZstdCompressor().compress, (text[:5_000], text[5_000:]))
    ),
}


def write(path: Path, text: bytes) -> Path:
    path.write_bytes(text)
    return path


@pytest.mark.clause("MON-1")
def test_reading_a_log_twice_changes_nothing(tmp_path, path_taken):
    log, home = write(tmp_path / "access.log", TEXT), tmp_path / "home"
    read_into(home, log, kernels=path_taken)
    before = rows_of(home), prints_of(home), ledger_of(home)
    assert before[0]
    assert [one.is_nothing_new for one in read_into(home, log, kernels=path_taken)] == [True]
    assert (rows_of(home), prints_of(home), ledger_of(home)) == before


def test_the_compiled_and_the_plain_path_keep_the_same(homes, tmp_path, kernels):
    log = write(tmp_path / "access.log", TEXT)
    plain, compiled = read_into(homes[0], log), read_into(homes[1], log, kernels=kernels)
    assert plain == compiled
    assert rows_of(homes[0]) == rows_of(homes[1])
    assert prints_of(homes[0]) == prints_of(homes[1])


def test_a_copy_under_another_name_changes_nothing(tmp_path, path_taken):
    home = tmp_path / "home"
    read_into(home, write(tmp_path / "access.log", TEXT), kernels=path_taken)
    before = rows_of(home), ledger_of(home)
    outcome = read_into(home, write(tmp_path / "copy.log", TEXT), kernels=path_taken)[0]
    assert outcome.is_nothing_new
    assert (rows_of(home), ledger_of(home)) == before


def test_a_copy_read_in_the_same_run_changes_nothing(tmp_path, path_taken):
    home = tmp_path / "home"
    logs = [write(tmp_path / name, TEXT) for name in ("access.log", "copy.log")]
    outcomes = read_into(home, *logs, kernels=path_taken)
    assert sorted(one.is_nothing_new for one in outcomes) == [False, True]
    assert ledger_of(home)["lines"] == TEXT.count(b"\n")


@pytest.mark.parametrize("name", PACKINGS)
def test_a_packed_copy_gives_the_same_rows_alone_and_nothing_more_beside_the_plain_one(homes, tmp_path, name):
    plain = write(tmp_path / "access.log", TEXT)
    packed = write(tmp_path / name, PACKINGS[name](TEXT))
    read_into(homes[0], plain)
    assert not read_into(homes[1], packed)[0].problem
    assert rows_of(homes[0]) == rows_of(homes[1])
    before = rows_of(homes[0]), ledger_of(homes[0])
    assert read_into(homes[0], packed)[0].is_nothing_new
    assert (rows_of(homes[0]), ledger_of(homes[0])) == before


@pytest.mark.parametrize("name", PACKINGS)
def test_a_packed_log_with_remarks_is_known_again_when_its_file_was_touched(tmp_path, name):
    """Reading on needs the remarks of the part read before, and not every packed file can be gone back in."""
    made = [Made(MONDAY + at, referer="-") for at in range(100)]
    log, home = write(tmp_path / name, PACKINGS[name](zeek_http(made))), tmp_path / "home"
    assert read_into(home, log)[0].kept == 100
    os.utime(log, (1, 1))
    outcome = read_into(home, log)[0]
    assert (outcome.problem, outcome.is_nothing_new, outcome.repeated) == ("", True, 0)


@given(cuts=st.lists(st.integers(0, 400), max_size=5), seed=st.integers(0, 99), overlap=st.booleans())
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_splitting_at_any_lines_into_files_read_in_any_order_gives_the_same_rows(
    kernels, cuts, seed, overlap
):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, parted = folder / "whole", folder / "parted"
        share_keys(whole, [parted])
        read_into(whole, write(folder / "whole.log", TEXT), kernels=kernels)
        for part in pieces(folder, sorted(cuts), seed, overlap):
            read_into(parted, part, kernels=kernels)
        assert rows_of(parted) == rows_of(whole)
        assert prints_of(parted) == prints_of(whole)


def pieces(folder: Path, cuts: list[int], seed: int, overlap: bool) -> list[Path]:
    """Write the lines between the cuts into files, shuffled; overlapping ones share some lines."""
    lines = TEXT.splitlines(keepends=True)
    spans = list(zip([0, *cuts], [*cuts, len(lines)], strict=True))
    texts = [b"".join(lines[max(0, start - 7 * overlap) : end]) for start, end in spans]
    random.Random(seed).shuffle(texts)
    return [write(folder / f"part{at}.log", text) for at, text in enumerate(texts)]


def test_two_logs_whose_lines_are_mixed_give_the_same_rows(homes, tmp_path):
    lines = TEXT.splitlines(keepends=True)
    read_into(homes[0], write(tmp_path / "whole.log", TEXT))
    odd, even = (write(tmp_path / f"{at}.log", b"".join(lines[at::2])) for at in range(2))
    read_into(homes[1], odd, even)
    assert rows_of(homes[0]) == rows_of(homes[1])


def test_late_lines_of_an_older_day_change_that_day_alone(tmp_path, path_taken):
    home = tmp_path / "home"
    read_into(home, write(tmp_path / "access.log", TEXT), kernels=path_taken)
    days = open_store(home).state.days
    files = {day: (home / name).read_bytes() for day, name in days.items()}
    assert len(files) == 2
    late = write(tmp_path / "late.log", squid([Made(MONDAY + 4 * HOUR)]))
    assert read_into(home, late, kernels=path_taken)[0].kept == 1
    first, second = sorted(days)
    after = open_store(home).state.days
    assert after[first] != days[first]
    assert after[second] == days[second]
    assert (home / days[second]).read_bytes() == files[second]
    assert not (home / days[first]).exists()


def test_logs_whose_first_bytes_are_equal_are_both_read_and_both_known_again(tmp_path, path_taken):
    head = squid(Made(MONDAY + at) for at in range(20))
    assert len(head) > 1024
    first = write(tmp_path / "first.log", head + squid([Made(MONDAY + HOUR), Made(MONDAY, user="pupil1")]))
    second = write(tmp_path / "second.log", head + squid(Made(MONDAY + 2 * HOUR + at) for at in range(9)))
    home = tmp_path / "home"
    outcomes = read_into(home, first, second, kernels=path_taken)
    assert sorted(one.kept for one in outcomes) == [9, 21]
    before = rows_of(home), ledger_of(home)
    for _ in range(2):
        assert all(one.is_nothing_new for one in read_into(home, first, second, kernels=path_taken))
    assert (rows_of(home), ledger_of(home)) == before


def test_an_identical_line_counts_once_even_within_a_log(tmp_path, path_taken):
    log = write(tmp_path / "access.log", squid([Made(), Made(), Made(MONDAY + DAY)]))
    outcome = read_into(tmp_path / "home", log, kernels=path_taken)[0]
    assert (outcome.kept, outcome.repeated) == (2, 1)


def test_windows_line_ends_are_no_difference(homes, tmp_path, path_taken):
    read_into(homes[0], write(tmp_path / "unix.log", TEXT), kernels=path_taken)
    read_into(homes[1], write(tmp_path / "windows.log", TEXT.replace(b"\n", b"\r\n")), kernels=path_taken)
    assert rows_of(homes[0]) == rows_of(homes[1])
    assert prints_of(homes[0]) == prints_of(homes[1])


def test_a_log_without_a_listed_line_is_read_and_leaves_no_rows(tmp_path, path_taken):
    log, home = write(tmp_path / "access.log", squid([Made(host="www.union.example")])), tmp_path / "home"
    outcome = read_into(home, log, kernels=path_taken)[0]
    assert (outcome.tally.lines, outcome.kept, outcome.problem) == (1, 0, "")
    assert rows_of(home) == []
    assert ledger_of(home)["lines"] == 1
    assert read_into(home, log, kernels=path_taken)[0].is_nothing_new
