"""Does `staffroom logs read --afresh` ask before it forgets, and join people who were added later?"""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.runs import figures_of, run, validated

ADDED = "p-new,Made Newcomer,newcomer,employee\n"


def line(second: int, user: str) -> str:
    stamp = f"{1_789_376_400 + second}.000     10 172.16.0.{second % 200} TCP_MISS/200 90000 GET"
    return f"{stamp} http://www.facebook.com/ {user} HIER_DIRECT/203.0.113.9 text/html\n"


@pytest.fixture
def log(tmp_path) -> Path:
    file = tmp_path / "access.log"
    file.write_text("".join(line(step, "newcomer") for step in range(400)))
    return file


@pytest.fixture
def read_once(home, log) -> Path:
    """A home that read the log before the newcomer was in people.csv."""
    assert run("logs", "read", log, home=home).code == 0
    assert figures_of(home)["coverage"]["attributed_percent"] == 0
    people = home / "people.csv"
    header = people.read_text("utf-8").splitlines()[0].split(",")
    cells = dict(zip(("person", "name", "accounts", "standings"), ADDED.strip().split(","), strict=True))
    row = ",".join(cells.get(name, "") for name in header)
    people.write_text(people.read_text("utf-8").rstrip("\n") + f"\n{row}\n", "utf-8")
    return home


def attributed(home: Path) -> float:
    return figures_of(home)["coverage"]["attributed_percent"]


def test_reading_again_does_not_join_them_and_reading_afresh_does(read_once, log):
    assert run("logs", "read", log, home=read_once).code == 0
    assert attributed(read_once) == 0
    done = run("logs", "read", log, "--afresh", home=read_once, given=b"y\n")
    assert done.code == 0, done.err
    assert "The evidence of 1 day (14 September 2026) will be forgotten" in done.said
    assert "1 day was read afresh." in done.out
    assert attributed(read_once) == 100


@pytest.mark.parametrize("answer", [b"n\n", b"\n", b""])
def test_without_a_yes_nothing_is_changed(read_once, log, answer):
    before = (read_once / "traffic" / "state.json").read_bytes()
    done = run("logs", "read", log, "--afresh", home=read_once, given=answer)
    assert done.code == 1
    assert done.err.rstrip().endswith("Nothing was changed.")
    assert (read_once / "traffic" / "state.json").read_bytes() == before
    assert not (read_once / "traffic" / "afresh").exists()


def test_with_yes_nothing_is_asked_and_the_document_says_how_many_days(read_once, log):
    done = run("logs", "read", log, "--afresh", "--yes", "--json", home=read_once)
    assert done.code == 0, done.err
    document = validated("logs-read", done.out)
    assert document["days_afresh"] == 1
    assert document["files"][0]["new"] == 400
    assert done.err == ""
    assert attributed(read_once) == 100


def test_a_document_cannot_ask(read_once, log):
    done = run("logs", "read", log, "--afresh", "--json", home=read_once)
    assert done.code == 2
    assert "Give --yes as well" in done.err


def test_lines_that_would_be_lost_are_said_first(read_once, log, tmp_path):
    other = tmp_path / "other.log"
    other.write_text("".join(line(5_000 + step, "somebody") for step in range(3)))
    assert run("logs", "read", other, home=read_once).code == 0
    done = run("logs", "read", log, "--afresh", home=read_once, given=b"n\n")
    assert "Of these days, 3 lines kept would go and not come back" in done.said
    both = run("logs", "read", log, other, "--afresh", home=read_once, given=b"n\n")
    assert "would go and not come back" not in both.said


def test_a_log_that_cannot_be_read_to_its_end_changes_nothing(read_once, log, tmp_path):
    (tmp_path / "letter.log").write_text("Dear parents,\nthe school is closed.\n")
    done = run("logs", "read", log, tmp_path / "letter.log", "--afresh", "--yes", home=read_once)
    assert done.code == 1
    assert "letter.log: It is in no format" in done.err
    assert done.err.rstrip().endswith("are not read afresh. Nothing was changed.")
    assert attributed(read_once) == 0
