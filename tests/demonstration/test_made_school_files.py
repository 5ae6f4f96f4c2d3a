"""Does the made school's folder read without a single problem, and does it say what is true?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from demonstration.conftest import SEED, WEEK
from staffroom.demonstration.leases import main_server, second_server
from staffroom.demonstration.made_school import NAME, MadeSchool
from staffroom.demonstration.patterns import PATTERNS
from staffroom.demonstration.purposes import DUTIES, is_registered
from staffroom.demonstration.school import school_files, write_folder
from staffroom.demonstration.terms import term_events
from staffroom.readers.identities.shelf import read_identities
from staffroom.readers.rosters.folder import SchoolFolder, read_school
from staffroom.records.people import Claim
from staffroom.rules.catalogue import load
from staffroom.rules.purpose import school_purpose
from staffroom.rules.terms import bank_holidays, is_open

CATALOGUE = load()
EXPECTED = {
    "school.toml",
    "people.csv",
    "pupils.csv",
    "devices.csv",
    "purposes.csv",
    "overrides.csv",
    "terms.ics",
    "identities/dhcpd.leases",
    "identities/dhcpd-second-server.leases",
}


@pytest.fixture(scope="module")
def folder(school: MadeSchool) -> SchoolFolder:
    return read_school(write_folder(school), known_services=CATALOGUE.services)


def test_the_folder_has_every_file() -> None:
    assert school_files(seed=SEED, week=WEEK).keys() == EXPECTED


def test_the_same_seed_writes_the_same_bytes() -> None:
    assert school_files(seed=3, week=WEEK) == school_files(seed=3, week=WEEK)
    assert school_files(seed=3, week=WEEK) != school_files(seed=4, week=WEEK)


@pytest.mark.parametrize(("staff", "pupils"), [(30, 1), (60, 400), (300, 1500)])
def test_schools_of_any_size_read_without_a_problem(staff: int, pupils: int) -> None:
    files = school_files(seed=SEED, week=WEEK, staff=staff, pupils=pupils)
    read = read_school(files, known_services=CATALOGUE.services)
    assert read.problems == ()
    assert len(read.school.register.people) == staff + 1, "and one who has left"
    assert len(read.school.register.pupil_accounts) == pupils


def test_the_school_is_made_and_has_a_made_name(folder: SchoolFolder) -> None:
    assert folder.school.name == NAME == "Hollybank School"


def test_people_read_back_as_they_were_made(folder: SchoolFolder, school: MadeSchool) -> None:
    made = {one.person.id: one.person for one in school.colleagues}
    for person in folder.school.register.people:
        assert replace(person, accounts=()) == replace(made[person.id], accounts=())
        assert {account.casefold() for account in person.accounts} == set(made[person.id].accounts)


def test_machines_that_nobody_registered_are_not_in_the_register(
    folder: SchoolFolder, school: MadeSchool
) -> None:
    addresses = {device.address for device in folder.school.register.devices}
    for machine in school.machines:
        assert ((machine.mac or machine.address) in addresses) is machine.registered


def test_working_patterns_read_back_as_they_were_made(folder: SchoolFolder) -> None:
    read = {pattern.name: dict(pattern.days) for pattern in folder.school.calendar.patterns}
    assert read == {pattern.name: dict(pattern.days) for pattern in PATTERNS}


@pytest.mark.parametrize("week", [date(2026, 9, 14), date(2026, 11, 9), date(2027, 1, 18), date(2027, 6, 14)])
def test_the_school_is_open_on_every_weekday_of_the_made_week(week: date) -> None:
    calendar = read_school(school_files(seed=SEED, week=week, pupils=5)).school.calendar
    holidays = bank_holidays(calendar.nation, [week.year])
    opened = [is_open(calendar, week + timedelta(days=number), holidays) for number in range(7)]
    assert opened == [True] * 5 + [False] * 2


def test_half_term_is_a_closure_and_the_training_day_stands_before_the_week(folder: SchoolFolder) -> None:
    calendar = folder.school.calendar
    assert [closure.name for closure in calendar.closures] == ["Half term"]
    assert [one.day < WEEK for one in calendar.training_days] == [True]


@pytest.mark.parametrize(
    ("week", "title"),
    [
        (date(2026, 9, 14), "Autumn term"),
        (date(2027, 1, 18), "Spring term"),
        (date(2027, 6, 14), "Summer term"),
    ],
)
def test_the_term_is_named_for_its_season(week: date, title: str) -> None:
    assert term_events(week)[0].title == title


def test_the_register_of_purposes_allows_what_the_truth_calls_for_the_school(
    folder: SchoolFolder, school: MadeSchool
) -> None:
    for colleague in school.colleagues:
        for manner in (manner for duty in DUTIES for manner in duty.manners):
            decision = school_purpose(
                folder.school.purposes,
                person=colleague.person.id,
                roles=colleague.person.roles,
                service=manner.service,
                day=WEEK,
            )
            assert decision.allowed is is_registered(colleague.person.roles, manner.service)


def test_one_purpose_is_over_before_the_week(folder: SchoolFolder) -> None:
    over = [one.service for one in folder.school.purposes if one.until and one.until < WEEK]
    assert over == ["pinterest"]


def test_the_overrides_are_accepted_by_the_catalogue(folder: SchoolFolder) -> None:
    changed = load(overrides=folder.school.overrides)
    assert changed.listing(b"engage.cloud.microsoft") is None


def test_leases_read_without_a_problem_and_cover_the_school_day(school: MadeSchool) -> None:
    claims = _read(main_server(school))
    leased = [machine for machine in school.machines if machine.leased]
    assert len(claims) == 7 * len(leased) - 1
    for claim in claims:
        local = claim.since.astimezone(ZoneInfo("Europe/London"))
        assert claim.until is not None
        assert (local.hour, (claim.until - claim.since) > timedelta(hours=15)) == (5, True)


def test_the_second_server_claims_an_address_that_the_first_has_given_out(school: MadeSchool) -> None:
    [claim] = _read(second_server(school))
    first = _read(main_server(school))
    rivals = [one for one in first if one.address == claim.address and one.since == claim.since]
    assert [one.machine for one in rivals] == [school.at_once[0].mac]
    assert claim.machine == school.at_once[1].mac


def _read(leases: bytes) -> list[Claim]:
    """Read the claims that name a machine by its hardware address; none may be unreadable."""
    written_by = int(datetime(2026, 9, 21, tzinfo=ZoneInfo("Europe/London")).timestamp()) * 1000
    claims = []
    for one in read_identities(leases, timezone="Europe/London", written_by=written_by):
        assert isinstance(one, Claim)
        claims.append(one)
    return [claim for claim in claims if ":" in claim.machine]
