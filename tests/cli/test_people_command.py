"""Does the command say what an import would do, and do it only when it is told to?"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cli.runs import run, surroundings, validated
from readers.rosters.made_rosters import ORGS, USERS_11, make_zip, release_11

TABLE = "Code,Forename,Surname,Post held\nA,Ada,Maplewood,teacher\nB,,,\n"


@pytest.fixture(scope="session")
def made_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school's folder with an office in which nobody is yet; not to be changed."""
    folder = tmp_path_factory.mktemp("office")
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "-v", "0"],
        env={**surroundings(folder), "DJANGO_SETTINGS_MODULE": "staffroom.config.settings"},
        check=True,
        timeout=300,
    )
    return folder


@pytest.fixture
def office(made_office: Path, tmp_path: Path) -> Path:
    """An office of the test's own."""
    return Path(shutil.copytree(made_office, tmp_path / "office"))


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    file = tmp_path / "roster.zip"
    file.write_bytes(release_11())
    return file


def rows(office: Path, table: str) -> int:
    with sqlite3.connect(office / "office.sqlite3") as opened:
        return opened.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def document(*arguments: object, home: Path) -> dict:
    done = run("people", "import", *arguments, "--json", home=home)
    assert done.code == 0, done.said
    return validated("people-import", done.out)


def test_nothing_is_written_without_being_told_to(office, roster):
    done = run("people", "import", roster, home=office)
    assert done.code == 0
    assert "Nothing has been written." in done.out
    assert "Staff: 2 added, 0 changed, 0 leave, 0 the same" in done.out
    assert "Do it with --apply." in done.out
    assert rows(office, "people_person") == rows(office, "people_pupil") == 0


def test_an_import_is_done_once_and_the_second_time_there_is_nothing_to_do(office, roster):
    first = document(roster, "--apply", home=office)
    assert (first["staff"]["added"], first["pupils"]["added"], first["terms"]["added"]) == (2, 1, 2)
    assert (rows(office, "people_person"), rows(office, "people_pupil")) == (2, 1)
    done = run("people", "import", roster, "--apply", home=office)
    assert "There is nothing to do" in done.out
    assert document(roster, home=office)["staff"]["unchanged"] == 2


def test_nobody_is_named_in_what_is_printed(office, roster):
    run("people", "import", roster, "--apply", home=office)
    changed = roster.with_name("changed.zip")
    changed.write_bytes(
        release_11(users=USERS_11.replace("Ada,Maple", "Ada,Elm").replace("u2,,", "u2,tobedeleted,"))
    )
    said = run("people", "import", changed, home=office).said + str(document(changed, home=office))
    assert not any(name in said for name in ("Ada", "Bea", "Maplewood", "Elmwood", "amaple", "hollybank"))


def test_rows_that_cannot_be_used_are_named_by_their_number(office, tmp_path):
    table = tmp_path / "staff.csv"
    table.write_text(TABLE)
    done = run("people", "import", table, home=office)
    assert "! table.csv, row 3: The row has no name. Fill it in." in done.err
    assert "Staff: 1 added" in done.out


def test_columns_are_given_where_they_cannot_be_guessed(office, tmp_path):
    table = tmp_path / "governors.csv"
    table.write_text("Key;Called;Forename\nA;Maplewood;Ada\n")
    columns = ("--column", "code=Key", "--column", "family name=Called", "--standing", "governor")
    assert document(table, *columns, "--apply", home=office)["staff"]["added"] == 1
    assert run("people", "import", table, "--column", "shoe size=Key", home=office).code == 2


def test_a_complete_table_makes_others_leave(office, tmp_path):
    table = tmp_path / "staff.csv"
    table.write_text("code,name\nA,Ada Wood\nB,Bea Wood\n")
    document(table, "--apply", home=office)
    table.write_text("code,name\nA,Ada Wood\n")
    assert document(table, home=office)["staff"]["left"] == []
    assert len(document(table, "--complete", home=office)["staff"]["left"]) == 1


def test_pupils_come_from_a_table_when_it_is_said_to_hold_them(office, tmp_path):
    table = tmp_path / "pupils.csv"
    table.write_text("name,username,year\nCal Wood,cwood,9\n")
    found = document(table, "--pupils", "--apply", home=office)
    assert (found["pupils"]["added"], found["staff"]["added"]) == (1, 0)


def test_one_school_of_a_trust_is_taken(office, tmp_path):
    file = tmp_path / "trust.zip"
    users = USERS_11.replace("true,s1,teacher", "true,s2,teacher")
    file.write_bytes(release_11(orgs=ORGS + "s2,,,Elmbank School,school,,\n", users=users))
    assert "The file speaks of 2 schools." in run("people", "import", file, home=office).out
    assert document(file, "--of", "s2", home=office)["staff"]["added"] == 2
    assert document(file, "--of", "s1", home=office)["staff"]["added"] == 1


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"\x00", make_zip(orgs="x")])
def test_a_file_of_which_nothing_can_be_used_is_status_one(office, tmp_path, content):
    file = tmp_path / "file"
    file.write_bytes(content)
    done = run("people", "import", file, home=office)
    assert done.code == 1
    assert done.err.startswith("! ")


def test_a_file_that_is_not_there_is_status_two(office):
    assert run("people", "import", "nowhere.zip", home=office).code == 2


def test_a_school_without_an_office_is_told_so_and_nothing_is_made(tmp_path, roster):
    done = run("people", "import", roster, home=tmp_path / "empty")
    assert done.code == 1
    assert "is not set up on this machine yet" in done.said
    assert not (tmp_path / "empty").exists()


def test_an_office_of_an_older_release_is_told_to_start_once(tmp_path, roster):
    sqlite3.connect(tmp_path / "office.sqlite3").close()
    done = run("people", "import", roster, home=tmp_path)
    assert (done.code, "Start Staffroom once" in done.said) == (1, True)


def test_the_commands_about_logs_do_not_load_django():
    script = "import sys, staffroom.cli.main as m; m.main(['logs', '--help'], standalone_mode=False); "
    script += "sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0
