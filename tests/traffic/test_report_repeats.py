"""Is the finished report the same, however the lines were split, ordered and repeated on their way in?"""

from __future__ import annotations

import os
import random
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from staffroom.records.people import Device, Person, Register, Standing
from staffroom.records.school import School
from staffroom.records.week import WeekReport
from staffroom.traffic.school_folder import OpenedSchool
from staffroom.traffic.store import Store
from staffroom.traffic.week_report import report_week
from traffic.made_store import CATALOGUE, TERM, prints_of, read_into, rows_of, share_keys
from traffic.made_traffic import DAY, HOUR, MONDAY, Made, squid, zeek_http_json

STAFF = tuple(
    Person(f"p{number}", f"Made Person{number}", (f"s{number:02d}",), frozenset({Standing.EMPLOYEE}))
    for number in range(10)
)
DEVICES = tuple(Device(f"10.1.0.{number}", f"p{number}") for number in range(10))
CROWD = School("Holly Wood School", Register(STAFF, devices=DEVICES), TERM)
WRITTEN = (MONDAY + 2 * DAY) // 1000  # when the logs were last written to, in seconds
MADE = [
    Made(
        MONDAY + HOUR + day * DAY + number * 7_001 + step * 47_003, host, user=f"s{number:02d}", octets=90_000
    )
    for day in range(3)
    for number in range(10)
    for step in range(9)
    for host in ("www.chirp.example", "img.chirp.example", "www.union.example")
]
LOGS = {"squid": squid, "zeek_http_json": zeek_http_json}
SLOW = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def report_of(home: Path, cache: Path, *, with_logs: bool = True) -> WeekReport:
    """Return the finished report but for the names of the logs; without lines not listed, if asked."""
    report = report_week(
        Store(home, TERM),
        OpenedSchool(CROWD, CATALOGUE, ()),
        monday=date(2026, 9, 7),
        made_at=datetime(2026, 9, 14, tzinfo=UTC),
        cache=cache,
    )
    blind = report.coverage.blind if with_logs else {}
    return replace(report, coverage=replace(report.coverage, files=(), blind=blind))


def everything_of(home: Path, cache: Path, *, with_logs: bool = True) -> tuple:
    return rows_of(home), prints_of(home), report_of(home, cache, with_logs=with_logs)


def read(home: Path, *paths: Path, kernels: Path | None) -> None:
    outcomes = read_into(home, *paths, kernels=kernels, school=CROWD)
    assert not [one.problem for one in outcomes if one.problem]


def write(path: Path, text: bytes) -> Path:
    path.write_bytes(text)
    os.utime(path, (WRITTEN, WRITTEN))
    return path


def whole_of(folder: Path, text: bytes, kernels: Path | None) -> tuple[Path, Path]:
    """Read a log at once; return its store and another of the same keys."""
    whole, other = folder / "whole", folder / "other"
    share_keys(whole, [other])
    read(whole, write(folder / "whole.log", text), kernels=kernels)
    return whole, other


@pytest.mark.parametrize("form", LOGS)
@given(cuts=st.lists(st.floats(0, 1), max_size=3), seed=st.integers(0, 99), overlap=st.booleans())
@SLOW
def test_splitting_at_any_lines_and_reading_in_any_order_gives_the_same_report(
    kernels, form, cuts, seed, overlap
):
    text = LOGS[form](MADE)
    lines = text.splitlines(keepends=True)
    ends = sorted(int(cut * len(lines)) for cut in cuts)
    spans = list(zip([0, *ends], [*ends, len(lines)], strict=True))
    random.Random(seed).shuffle(spans)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, parted = whole_of(folder, text, kernels if seed % 2 else None)
        for number, (start, end) in enumerate(spans):
            part = write(folder / f"part{number}.log", b"".join(lines[max(0, start - 4 * overlap) : end]))
            read_into(parted, part, kernels=kernels, school=CROWD)
        found = everything_of(parted, folder, with_logs=not overlap)
        assert found == everything_of(whole, folder, with_logs=not overlap)


@pytest.mark.parametrize("form", LOGS)
@given(cuts=st.lists(st.floats(0, 1), max_size=3))
@SLOW
def test_a_log_that_grows_by_any_bytes_gives_the_same_report(kernels, form, cuts):
    text = LOGS[form](MADE)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, grown = whole_of(folder, text, kernels)
        log, before = write(folder / "grown.log", b""), 0
        for end in [*sorted({int(cut * len(text)) for cut in cuts}), len(text)]:
            with log.open("ab") as file:
                file.write(text[before:end])
            os.utime(log, (WRITTEN + end, WRITTEN + end))
            before = end
            read_into(grown, log, kernels=kernels, school=CROWD)
        assert everything_of(grown, folder) == everything_of(whole, folder)


@pytest.mark.parametrize("form", LOGS)
def test_reading_twice_and_a_copy_change_nothing_of_the_report(tmp_path, form, path_taken):
    home, text = tmp_path / "home", LOGS[form](MADE)
    log = write(tmp_path / "access.log", text)
    read(home, log, kernels=path_taken)
    before = everything_of(home, tmp_path)
    assert before[0]
    assert before[2].services
    read(home, log, kernels=path_taken)
    read(home, write(tmp_path / "copy.log", text), kernels=path_taken)
    shuffled = text.splitlines(keepends=True)
    random.Random(4).shuffle(shuffled)
    read(home, write(tmp_path / "shuffled.log", b"".join(shuffled)), kernels=path_taken)
    assert everything_of(home, tmp_path) == before


def test_one_line_more_makes_another_report(tmp_path):
    """Or the comparisons above would prove nothing."""
    home = tmp_path / "home"
    read(home, write(tmp_path / "access.log", squid(MADE)), kernels=None)
    before = report_of(home, tmp_path)
    more = [Made(MONDAY + 2 * DAY + 6 * HOUR + step * 40_000, user="s03", octets=90_000) for step in range(9)]
    read(home, write(tmp_path / "more.log", squid(more)), kernels=None)
    assert report_of(home, tmp_path) != before
