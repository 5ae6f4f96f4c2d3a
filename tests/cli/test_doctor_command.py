"""Does `staffroom doctor` see what is set up and what is wrong, and name nobody?"""

from __future__ import annotations

import csv
import os
import re
import shutil
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cli.runs import KEPT_DAYS, run, validated

DAY = timedelta(days=1)


def examine(home, *, code: int = 0, **more: str) -> dict[str, dict]:
    """Return the checks by their titles."""
    done = run("doctor", "--json", home=home, **more)
    assert done.code == code, done.out
    document = validated("doctor", done.out)
    checks = document["checks"]
    assert len({one["title"] for one in checks}) == len(checks)
    states = [one["state"] for one in checks]
    assert document["counts"] == {state: states.count(state) for state in ("ok", "to do", "wrong")}
    assert all(one["next"] for one in checks if one["state"] != "ok")
    return {one["title"]: one for one in checks} | {"problems": document["problems"]}


def states(checks: dict[str, dict], state: str) -> set[str]:
    return {title for title, one in checks.items() if title != "problems" and one["state"] == state}


def test_a_school_that_is_set_up_has_nothing_wrong(read_home):
    checks = examine(read_home)
    assert states(checks, "wrong") == set()
    assert {"People", "Pupils", "Devices", "State", "Keys", "Access", "Formats"} <= states(checks, "ok")
    assert re.match(r"3\d people in scope today: \d+ employees, ", checks["People"]["says"])
    assert "governor" in checks["People"]["says"]
    assert "60 accounts known" in checks["Pupils"]["says"]
    assert "from 14 September 2026" in checks["Evidence"]["says"]
    assert checks["Keys"]["says"] == "2 keys, none missing."
    assert checks["problems"] == []


def test_looking_changes_nothing(used_home):
    before = {path: path.stat().st_mtime_ns for path in used_home.rglob("*")}
    examine(used_home)
    assert {path: path.stat().st_mtime_ns for path in used_home.rglob("*")} == before


def test_nobody_is_named(read_home, school):
    with (school / "people.csv").open(newline="", encoding="utf-8") as file:
        people = list(csv.DictReader(file))
    pupils = (school / "pupils.csv").read_text().split()[1:]
    said = run("doctor", home=read_home).said + run("doctor", "--json", home=read_home).said
    for person in people:
        for word in (person["name"], *person["accounts"].split(";"), person["person"]):
            assert not word or word not in said, word
    assert not [account for account in pupils if account in said]


def test_before_anything_is_set_up_everything_is_to_do_and_nothing_is_wrong(tmp_path):
    checks = examine(tmp_path / "home")
    to_do = {"Folder", "school.toml", "People", "Pupils", "Terms", "Hours", "Purposes", "Evidence"}
    assert to_do <= states(checks, "to do")
    assert states(checks, "wrong") == set()
    assert checks["problems"] == []
    assert not (tmp_path / "home").exists()


def test_eighty_columns_are_enough_and_words_say_what_colours_do(tmp_path, read_home):
    for home in (read_home, tmp_path / "none"):
        done = run("doctor", home=home, COLUMNS="200")
        assert max(map(len, done.out.splitlines())) <= 80
        assert "\x1b" not in done.out
        assert " to do  " in done.out
        assert done.out.splitlines()[-1].endswith("0 wrong. Nothing is wrong.")


def test_a_file_in_the_place_of_the_folder_is_wrong(tmp_path):
    (tmp_path / "home").write_text("x")
    checks = examine(tmp_path / "home", code=1)
    assert states(checks, "wrong") == {"Folder"}


@pytest.mark.parametrize(
    ("file", "content", "title"),
    [
        ("traffic/state.json", b"{", "State"),
        ("traffic/keys/lines.key", b"short", "Keys"),
        ("traffic/keys/lines.key", None, "Keys"),
        ("traffic/days/*", b"PAR1 not really", "State"),
        ("traffic/days/*", None, "State"),
        ("traffic/prints/*", None, "State"),
    ],
)
def test_what_is_damaged_or_gone_is_wrong(file, content, title, used_home):
    path = min(used_home.glob(file))
    path.unlink() if content is None else path.write_bytes(content)
    checks = examine(used_home, code=1)
    assert states(checks, "wrong") == {title}
    assert "restore" in checks[title]["next"]
    assert (
        run("doctor", home=used_home).out.splitlines()[-1].endswith("1 wrong. Put right first what is wrong.")
    )


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
@pytest.mark.parametrize(
    ("path", "mode"), [("traffic", 0o755), ("traffic/keys", 0o750), ("traffic/keys/lines.key", 0o644)]
)
def test_a_store_that_others_may_look_into_is_wrong_and_the_advice_puts_it_right(path, mode, used_home):
    (used_home / path).chmod(mode)
    checks = examine(used_home, code=1)
    assert states(checks, "wrong") == {"Access"}
    advice = checks["Access"]["next"].partition(": ")[2]
    assert os.system(advice) == 0
    assert "Access" in states(examine(used_home), "ok")


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_school_folder_that_everybody_may_look_into_is_to_do(used_home):
    used_home.chmod(0o755)
    assert "chmod 700" in examine(used_home)["Folder"]["next"]


def test_rows_that_cannot_be_used_are_listed_without_what_they_say(used_home):
    with (used_home / "people.csv").open("a") as file:
        file.write("S901,Canary Nightjar,,nonsense,,,,\n" * 30)
    checks = examine(used_home)
    assert "Files" in states(checks, "to do")
    assert {one["file"] for one in checks["problems"]} == {"people.csv"}
    done = run("doctor", home=used_home)
    assert "Problems in the school's folder" in done.out
    assert "And " in done.out
    assert "Nightjar" not in done.said


def test_terms_are_judged_by_today(used_home):
    today = datetime.now(ZoneInfo("Europe/London")).date()  # noqa: TID251  the command asks the clock too
    (used_home / "terms.ics").unlink()
    toml = (used_home / "school.toml").read_text()

    def with_term(first: date, last: date) -> dict:
        term = f'[[term]]\nname = "Long"\nfirst = {first.isoformat()}\nlast = {last.isoformat()}\n'
        (used_home / "school.toml").write_text(f"{toml}\n{term}")
        return examine(used_home)["Terms"]  # the evidence keeps the period that it was written in

    assert with_term(today - 9 * DAY, today + DAY)["says"].startswith("Today is in Long, which ends on ")
    assert with_term(today + DAY, today + 9 * DAY)["says"].startswith("Today is in no term; the next")
    assert with_term(today - 9 * DAY, today - DAY)["state"] == "to do"


def test_evidence_that_is_kept_too_long_and_logs_read_long_ago_are_to_do(used_home):
    toml = (used_home / "school.toml").read_text()
    (used_home / "school.toml").write_text(toml.replace(f"keep_days = {KEPT_DAYS}", "keep_days = 1"))
    os.utime(used_home / "traffic" / "state.json", (1_760_000_000,) * 2)
    checks = examine(used_home)
    assert {"Retention", "Last read"} <= states(checks, "to do")
    assert "9 October 2025" in checks["Last read"]["says"]


def test_an_installed_format_is_named_and_a_broken_one_is_wrong(read_home, tmp_path):
    package = tmp_path / "made_format-1.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: made-format\nVersion: 1\n")
    points = package / "entry_points.txt"
    points.write_text("[staffroom.log_formats]\nmade = made_format:FORMAT\n")
    checks = examine(read_home, code=1, PYTHONPATH=str(tmp_path))
    assert "1 installed format cannot be loaded: made." in checks["Formats"]["says"]
    (tmp_path / "made_format.py").write_text("FORMAT = object()\n")
    checks = examine(read_home, PYTHONPATH=str(tmp_path))
    assert checks["Formats"]["says"].endswith("1 installed besides: made.")


def test_the_schools_own_lists_and_overrides_are_counted(used_home):
    (used_home / "lists").mkdir()
    (used_home / "lists" / "ours.txt").write_text("social.example\n")
    checks = examine(used_home)
    assert checks["Lists"]["says"].startswith("1 list ")
    assert checks["Overrides"]["says"].startswith("1 host ")
    shutil.rmtree(used_home / "lists")
    assert examine(used_home)["Lists"]["says"].startswith("0 lists ")
