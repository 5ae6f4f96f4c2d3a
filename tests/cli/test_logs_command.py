"""Does `staffroom logs read` read what it is given, and say what came of it?"""

from __future__ import annotations

import gzip
import json
import lzma
import os
import shutil
from pathlib import Path

import pytest
import zstandard

from cli.runs import figures_of, run, validated

MAPPING = """
name = "our-filter"
title = "Our filter, exported log"
delimiter = "comma"
header = true
[time]
columns = ["When"]
patterns = ["%d/%m/%Y %H:%M:%S"]
[columns]
user = "Who"
url = "Where"
"""
TABLE = (
    "When,Who,Where\n"
    "14/09/2026 09:00:01,hmetcalfe,https://www.facebook.com/\n"
    "14/09/2026 09:00:02,hmetcalfe,https://www.example.com/\n"
)


def read(home: Path, *arguments: object, given: bytes = b"") -> dict:
    done = run("logs", "read", "--json", *arguments, home=home, given=given)
    assert done.code == 0, done.err
    return validated("logs-read", done.out)


def totals(document: dict) -> dict[str, int]:
    counted = ("lines", "listed", "new", "repeated", "pupils")
    return {name: sum(one[name] for one in document["files"]) for name in counted}


@pytest.fixture(scope="module")
def one_log(logs, tmp_path_factory) -> Path:
    whole = tmp_path_factory.mktemp("whole") / "access.log"
    whole.write_bytes(b"".join(file.read_bytes() for file in sorted(logs.iterdir())))
    return whole


@pytest.fixture(scope="module")
def expected(one_log, school, tmp_path_factory) -> dict[str, int]:
    home = tmp_path_factory.mktemp("expected")
    for name in ("school.toml", "people.csv", "pupils.csv", "devices.csv"):
        (home / name).write_bytes((school / name).read_bytes())
    found = totals(read(home, one_log))
    assert found["lines"] == one_log.read_bytes().count(b"\n")
    assert found["new"] > 1_000
    return found


def test_a_folder_is_read_file_by_file_oldest_first(logs, home, tmp_path):
    files = sorted(Path(shutil.copytree(logs, tmp_path / "logs")).iterdir())
    for age, file in enumerate(reversed(files)):
        os.utime(file, (1_790_000_000 - age * 86_400,) * 2)
    document = read(home, tmp_path / "logs")
    assert [one["name"] for one in document["files"]] == [file.name for file in files]
    assert {one["format"] for one in document["files"]} == {"squid"}
    assert document["school"] == []


def test_a_folder_its_files_and_a_pattern_come_to_the_same(logs, one_log, expected, school, tmp_path):
    ways = {
        "folder": (logs,),
        "files": tuple(logs.iterdir()),
        "pattern": (f"{logs}/access-2026-09-1*.log", f"{logs}/*-20.log"),
        "twice": (logs, logs, *logs.iterdir()),
    }
    for name, paths in ways.items():
        home = tmp_path / name
        home.mkdir()
        for file in ("school.toml", "people.csv", "pupils.csv", "devices.csv"):
            (home / file).write_bytes((school / file).read_bytes())
        found = totals(read(home, *paths))
        assert found == expected, name


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, zstandard.ZstdCompressor().compress])
def test_a_packed_log_is_read_like_a_plain_one(pack, one_log, expected, home, tmp_path):
    packed = tmp_path / "access.log.1"
    packed.write_bytes(pack(one_log.read_bytes()))
    found = totals(read(home, packed))
    assert found["lines"] == expected["lines"]
    assert found["listed"] == expected["listed"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input_is_read(pack, one_log, expected, home):
    document = read(home, "-", given=pack(one_log.read_bytes()))
    (only,) = document["files"]
    assert only["name"] == "standard input"
    assert only["lines"] == expected["lines"]


def test_a_log_that_has_grown_is_read_on_and_the_same_lines_again_change_nothing(monday, home, tmp_path):
    lines = monday.read_bytes().splitlines(keepends=True)
    log = tmp_path / "access.log"
    log.write_bytes(b"".join(lines[:1_000]))
    assert totals(read(home, log))["lines"] == 1_000
    log.write_bytes(b"".join(lines))
    assert totals(read(home, log))["lines"] == len(lines) - 1_000
    before = figures_of(home)
    copy = tmp_path / "other-name.log"
    copy.write_bytes(b"".join(lines))
    again = totals(read(home, log, copy))
    assert again["new"] == 0
    assert figures_of(home) == before


def test_a_second_run_says_that_there_is_nothing_new(used_home, logs):
    done = run("logs", "read", logs, home=used_home)
    assert done.code == 0
    assert done.out.count("nothing new since it was last read.") == 7


def test_the_terminal_says_how_many_lines_were_read_and_kept(monday, home):
    done = run("logs", "read", monday, home=home)
    first, second, *_ = done.out.splitlines()
    assert first == f"{monday.name} (Squid, native access log)"
    assert " lines, " in second
    assert " about a listed service: " in second
    assert " new" in second
    assert done.out.splitlines()[-1] == "See the week with: staffroom report week"


def test_a_format_can_be_named(monday, home):
    (one,) = read(home, monday, "--format", "squid")["files"]
    assert one["format"] == "squid"


def test_the_wrong_format_reads_nothing_and_loses_nothing(monday, home):
    (wrong,) = read(home, monday, "--format", "bind")["files"]
    assert wrong["new"] == 0
    again = run("logs", "read", "--json", monday, home=home)
    assert json.loads(again.out)["files"][0]["new"] >= 0


def test_a_format_that_is_not_there_is_said_with_those_that_are(monday, home):
    done = run("logs", "read", monday, "--format", "squidd", home=home)
    assert done.code == 1
    assert done.err.startswith("Error: There is no format called squidd. There are: ")
    assert "squid," in done.err
    assert done.err.count("\n") == 1


def test_an_exported_table_is_read_by_its_description(home, tmp_path):
    (tmp_path / "our.toml").write_text(MAPPING, "utf-8")
    (tmp_path / "export.csv").write_text(TABLE, "utf-8")
    (one,) = read(home, tmp_path / "export.csv", "--mapping", tmp_path / "our.toml")["files"]
    assert (one["listed"], one["new"], one["unread"]) == (1, 1, False)


def test_a_description_that_does_not_fit_the_table_counts_its_lines_as_unreadable(home, tmp_path):
    (tmp_path / "our.toml").write_text(MAPPING.replace("Who", "Nobody"), "utf-8")
    (tmp_path / "export.csv").write_text(TABLE, "utf-8")
    (one,) = read(home, tmp_path / "export.csv", "--mapping", tmp_path / "our.toml")["files"]
    assert one["new"] == 0
    assert sum(one["unreadable"].values()) == 1


@pytest.mark.parametrize("text", ["", "name = ", 'name = "x"\n', "\xff"])
def test_a_description_that_is_not_right_is_one_sentence(text, home, tmp_path):
    (tmp_path / "our.toml").write_bytes(text.encode("latin-1"))
    (tmp_path / "export.csv").write_text(TABLE, "utf-8")
    done = run("logs", "read", tmp_path / "export.csv", "--mapping", tmp_path / "our.toml", home=home)
    assert done.code == 1
    assert "hmetcalfe" not in done.said


def test_a_path_that_means_nothing_is_said_and_ends_with_status_one(home, tmp_path):
    for path in (tmp_path / "none.log", tmp_path / "*.log", f"{tmp_path}/["):
        done = run("logs", "read", path, home=home)
        assert done.code == 1, path
        assert "There is no log at" in done.err


def test_what_is_no_log_at_all_ends_with_status_one(home, tmp_path):
    (tmp_path / "picture.log").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "letter.log").write_text("Dear parents,\nthe school is closed.\n")
    (tmp_path / "empty.log").write_bytes(b"")
    done = run("logs", "read", tmp_path / "picture.log", tmp_path / "letter.log", home=home)
    assert done.code == 1
    assert "Dear" not in done.said
    assert {line.split(":")[0] for line in done.err.splitlines()} == {"picture.log", "letter.log"}


def test_one_log_that_can_be_read_is_enough_for_status_nought(monday, home, tmp_path):
    (tmp_path / "letter.log").write_text("Dear parents,\nthe school is closed.\n")
    document = read(home, monday, tmp_path / "letter.log")
    assert {one["name"]: one["unread"] for one in document["files"]} == {
        monday.name: False,
        "letter.log": True,
    }


def test_a_damaged_gzip_file_gives_what_can_be_read_and_says_so(one_log, home, tmp_path):
    packed = gzip.compress(one_log.read_bytes())
    (tmp_path / "cut.gz").write_bytes(packed[: len(packed) // 2])
    (one,) = read(home, tmp_path / "cut.gz")["files"]
    assert one["new"] > 0
    assert "cut short" in one["problem"]
    assert not one["unread"]


def test_problems_of_the_schools_folder_are_said_beside_the_logs(monday, home):
    (home / "people.csv").write_text((home / "people.csv").read_text() + "S999,,,,,,,\n")
    done = run("logs", "read", monday, home=home)
    assert done.code == 0
    assert "! people.csv, row " in done.err
    document = read(home, monday)
    assert [one["file"] for one in document["school"]] == ["people.csv"]


def test_a_school_folder_that_is_not_there_is_not_made(monday, home, tmp_path):
    done = run("logs", "read", monday, "--school", tmp_path / "mistyped", home=home)
    assert done.code == 1
    assert "There is no folder" in done.err
    assert not (tmp_path / "mistyped").exists()
