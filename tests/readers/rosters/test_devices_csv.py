"""Which machine is whose, according to devices.csv?"""

from datetime import date

import pytest

from staffroom.readers.rosters.devices_csv import read_devices
from staffroom.records.people import Device


def read(*rows):
    content = "address,person,since,until\n" + "\n".join(rows)
    return read_devices(content.encode(), people={"t-1", "t-2"})


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("10.0.0.5", "10.0.0.5"),
        ("2001:DB8::5", "2001:db8::5"),
        ("AA-BB-CC-00-00-01", "aa:bb:cc:00:00:01"),
        ("aabb.cc00.0001", "aa:bb:cc:00:00:01"),
        ("LAP-014", "lap-014"),
        ("lap_014.holly.example.", "lap_014.holly.example"),
    ],
)
def test_a_machine_is_known_by_address_or_name_however_written(written, expected):
    reading = read(f"{written},t-1,2026-09-01,")
    assert reading.records == (Device(expected, "t-1", since=date(2026, 9, 1)),)
    assert reading.problems == ()


def test_a_machine_without_a_person_is_shared():
    assert read("lap-014,,,").records == (Device("lap-014"),)


def test_a_machine_of_somebody_who_is_not_in_people_csv_counts_as_shared_and_is_said():
    reading = read("lap-014,gone,,")
    assert reading.records == (Device("lap-014"),)
    assert [problem.row for problem in reading.problems] == [2]


@pytest.mark.parametrize("address", ["", "two words", "-", "http://10.0.0.5/", "Ama Sample's iPad"])
def test_an_address_that_is_none_costs_the_row(address):
    reading = read(f"{address},t-1,,", "lap-014,t-1,,")
    assert len(reading.records) == 1
    assert [problem.row for problem in reading.problems] == [2]


def test_a_machine_of_two_people_on_the_same_days_is_said():
    reading = read("lap-014,t-1,,2026-09-30", "LAP-014,t-2,2026-09-30,")
    assert len(reading.records) == 2
    assert "nobody can be named" in reading.problems[0].reason


def test_a_machine_that_is_handed_on_is_no_problem():
    assert read("lap-014,t-1,,2026-09-30", "lap-014,t-2,2026-10-01,").problems == ()


def test_a_machine_that_is_there_twice_with_one_person_is_said():
    assert "with the same person" in read("lap-014,t-1,,", "lap-014,t-1,,").problems[0].reason
