"""Are single checks of the doctor judged by the day, and put into words that read well?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from staffroom.cli.backup import size_in_words
from staffroom.cli.check import Check, State, count, name_day
from staffroom.cli.home import PLAIN, Home
from staffroom.cli.machine_checks import OLD_CATALOGUE_DAYS, check_machine
from staffroom.cli.school_checks import check_school
from staffroom.records.people import Claim, Person, Register, Standing
from staffroom.records.school import Purpose, School
from staffroom.rules import catalogue
from staffroom.traffic.school_folder import OpenedSchool

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
PERSON = Person("p1", "Ama Example", ("aexample",), frozenset({Standing.EMPLOYEE}))


def checks_of(school: School, tmp_path: Path) -> dict[str, Check]:
    opened = OpenedSchool(school, catalogue.load(), ())
    return {check.title: check for check in check_school(tmp_path, opened, TODAY)}


@pytest.mark.parametrize(
    ("days", "state"), [(OLD_CATALOGUE_DAYS, State.OK), (OLD_CATALOGUE_DAYS + 1, State.TO_DO)]
)
def test_a_catalogue_is_old_after_a_year(days: int, state: State, tmp_path: Path, monkeypatch):
    monkeypatch.setenv(PLAIN, "1")
    found = catalogue.load()
    assert found.checked_on is not None
    checks = list(check_machine(Home(tmp_path), found, found.checked_on + days * DAY))
    (check,) = [one for one in checks if one.title == "Catalogue"]
    assert check.state is state
    assert name_day(found.checked_on) in check.says


def test_without_kernels_it_says_that_the_plain_way_is_taken(tmp_path: Path, monkeypatch):
    monkeypatch.setenv(PLAIN, "1")
    said = [check.says for check in check_machine(Home(tmp_path), catalogue.load(), TODAY)]
    assert "STAFFROOM_PLAIN is set: logs are read the plain way, which is slower." in said


@pytest.mark.parametrize(
    ("since", "until", "here"),
    [(None, None, True), (TODAY, TODAY, True), (TODAY + DAY, None, False), (None, TODAY - DAY, False)],
)
def test_people_are_counted_who_are_in_scope_today(since, until, here: bool, tmp_path: Path):
    person = replace(PERSON, since=since, until=until)
    check = checks_of(School("x", register=Register(people=(person,))), tmp_path)["People"]
    assert (check.state is State.OK) is here
    assert ("1 person in scope today: 1 employee." in check.says) is here


def test_somebody_with_two_standings_is_one_person(tmp_path: Path):
    standings = frozenset({Standing.EMPLOYEE, Standing.GOVERNOR, Standing.AGENCY})
    people = (replace(PERSON, standings=standings), replace(PERSON, id="p2", accounts=()))
    check = checks_of(School("x", register=Register(people=people)), tmp_path)["People"]
    assert check.says == (
        "2 people in scope today: 2 employees, 1 governor, 1 agency worker. 1 without an account."
    )


@pytest.mark.parametrize(
    ("until", "state"), [(TODAY - DAY, State.TO_DO), (TODAY, State.OK), (None, State.OK)]
)
def test_an_entry_of_the_register_that_has_ended_is_to_do(until, state: State, tmp_path: Path):
    purpose = Purpose("facebook", "Newsletter", "Headteacher", until=until)
    assert checks_of(School("x", purposes=(purpose,)), tmp_path)["Purposes"].state is state


@pytest.mark.parametrize(("back", "state"), [(0, State.OK), (1, State.TO_DO)])
def test_records_of_who_held_which_address_are_to_be_brought_up_to_date(back, state: State, tmp_path: Path):
    since = datetime(2026, 11, 22, 9, tzinfo=UTC) - back * DAY
    register = Register(claims=(Claim("10.0.0.5", since, None, "dhcp"),))
    check = checks_of(School("x", register=register), tmp_path)["Identities"]
    assert check.state is state
    assert check.says.startswith("1 record from ")


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1_000, "1.0 kB"), (2_345_678, "2.3 MB"), (9_876_543_210, "9.9 GB")],
)
def test_sizes_are_written_as_people_write_them(size: int, words: str):
    assert size_in_words(size) == words


def test_numbers_of_things_agree_with_them():
    said = [count(0, "day"), count(1, "day"), count(2_000, "day"), count(2, "entry", "entries")]
    assert said == ["0 days", "1 day", "2,000 days", "2 entries"]
