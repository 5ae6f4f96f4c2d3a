"""Is a home that is broken said to be so, in one sentence, whatever is wrong with it?"""

from __future__ import annotations

import json
import os

import pytest

from cli.runs import Done, run

NOT_ROOT = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="root may read and write everything"
)


def is_one_sentence(done: Done) -> bool:
    return done.code == 1 and done.err.startswith("Error: ") and done.err.count("\n") == 1


def test_a_file_in_the_place_of_the_folder(monday, tmp_path):
    (tmp_path / "home").write_text("not a folder")
    for arguments in (("logs", "read", monday), ("report", "week"), ("report", "week", monday)):
        assert is_one_sentence(run(*arguments, home=tmp_path / "home")), arguments
    done = run("logs", "read", monday, "--school", tmp_path / "home")
    assert done.code == 2
    assert "is a file" in done.err


def test_a_file_in_the_place_of_the_store(monday, home):
    (home / "traffic").write_text("not a folder")
    for arguments in (("logs", "read", monday), ("report", "week")):
        assert is_one_sentence(run(*arguments, home=home)), arguments


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"format": 2}',
        '{"format": 1, "bookmarks": 3}',
        '{"format": 1e999}',
        "\0",
    ],
)
def test_a_damaged_state_is_said_and_is_left_as_it_is(text, used_home, monday):
    state = used_home / "traffic" / "state.json"
    state.write_text(text)
    for arguments in (("logs", "read", monday), ("report", "week")):
        done = run(*arguments, home=used_home)
        assert is_one_sentence(done), arguments
        assert "staffroom restore" in done.err
    assert state.read_text() == text


@pytest.mark.parametrize(
    ("key", "content"),
    [("lines", b""), ("lines", b"x" * 33), ("codes-autumn-term-2026", b"short")],
)
def test_a_damaged_key_is_said_and_is_never_replaced(key, content, used_home, logs, tmp_path):
    file = used_home / "traffic" / "keys" / f"{key}.key"
    assert file.is_file()
    file.write_bytes(content)
    log = tmp_path / "new.log"
    log.write_bytes(b"".join(one.read_bytes() for one in sorted(logs.iterdir())))
    done = (
        run("logs", "read", log, home=used_home) if key == "lines" else run("report", "week", home=used_home)
    )
    assert is_one_sentence(done)
    assert f"{key}.key is damaged" in done.err
    assert file.read_bytes() == content


def test_a_day_of_evidence_that_is_damaged_or_gone(used_home):
    day = min((used_home / "traffic" / "days").iterdir())
    day.write_bytes(b"PAR1 not really")
    assert is_one_sentence(run("report", "week", home=used_home))
    day.unlink()
    assert is_one_sentence(run("report", "week", home=used_home))


def test_a_school_folder_of_rubbish_is_reported_and_the_logs_are_read(home, monday):
    for file in home.glob("*.*"):
        file.write_bytes(bytes(range(256)))
    (home / "lists").mkdir()
    (home / "lists" / "ours").write_bytes(b"\0\xff" * 100)
    done = run("logs", "read", monday, "--json", home=home)
    assert done.code == 0, done.err
    document = json.loads(done.out)
    assert {one["file"] for one in document["school"]} >= {"school.toml", "people.csv", "pupils.csv"}
    assert document["files"][0]["new"] > 0


def test_a_home_that_is_not_there_is_made(monday, tmp_path):
    done = run("logs", "read", monday, home=tmp_path / "new" / "home")
    assert done.code == 0
    assert "people.csv: This file is missing." in done.err
    assert (tmp_path / "new" / "home" / "traffic").stat().st_mode & 0o777 == 0o700


@NOT_ROOT
def test_a_store_that_may_not_be_written(used_home, logs, tmp_path):
    (tmp_path / "new.log").write_bytes(max(logs.iterdir()).read_bytes())
    (used_home / "traffic").chmod(0o500)
    try:
        assert is_one_sentence(run("logs", "read", tmp_path / "new.log", home=used_home))
    finally:
        (used_home / "traffic").chmod(0o700)
