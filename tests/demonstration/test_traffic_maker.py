"""Does the maker of benchmark traffic write the day that it was asked for?"""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

import pytest

from demonstration.log_shape import read_line
from staffroom.demonstration.truth import from_document
from staffroom.readers.rosters.folder import read_school

MAKER = Path(__file__).parents[2] / "benchmarks" / "traffic_maker.py"


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def run(*arguments: str) -> Path:
        monkeypatch.setattr(sys, "argv", [str(MAKER), "--out", str(tmp_path / "day.log"), *arguments])
        runpy.run_path(str(MAKER), run_name="__main__")
        return tmp_path

    return run


def test_it_writes_exactly_as_many_lines_as_asked_for_in_order(make) -> None:
    made = make("--lines", "20000", "--staff", "30", "--pupils", "100") / "day.log"
    lines = [read_line(line) for line in made.read_bytes().splitlines(keepends=True)]
    assert len(lines) == 20_000
    ends = [line.ended_at for line in lines if line is not None]
    assert len(ends) == 20_000
    assert ends == sorted(ends)


def test_a_day_too_small_for_its_staff_is_cut_off(make) -> None:
    made = make("--lines", "500", "--staff", "60", "--pupils", "10") / "day.log"
    assert len(made.read_bytes().splitlines()) == 500


def test_lines_are_about_as_long_as_those_of_a_school(make) -> None:
    made = (make("--lines", "20000", "--staff", "30", "--pupils", "100") / "day.log").read_bytes()
    assert 110 < len(made) / 20_000 < 145


def test_the_school_and_the_truth_are_written_beside_it(make, tmp_path: Path) -> None:
    truth_file, folder = tmp_path / "truth.json", tmp_path / "school"
    sizes = ("--lines", "9000", "--staff", "30", "--pupils", "20")
    make(*sizes, "--school", str(folder), "--truth", str(truth_file))
    truth = from_document(json.loads(truth_file.read_text("utf-8")))
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    people = {person.id for person in read_school(files).school.register.people}
    assert truth.visits
    assert {person for person, _, _ in truth.visits} <= people
    assert (folder / "identities" / "dhcpd.leases").is_file()


def test_it_says_what_it_wrote(make, capsys: pytest.CaptureFixture[str]) -> None:
    made = make("--lines", "1000", "--staff", "30", "--pupils", "5") / "day.log"
    said = capsys.readouterr().out
    assert "1,000 lines" in said
    assert f"{made.stat().st_size:,} bytes" in said
