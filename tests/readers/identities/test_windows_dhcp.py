"""Does a Windows DHCP server's audit log say which machine held an address, and when?"""

from __future__ import annotations

import pytest
from hypothesis import given

from readers.identities.made_identities import (
    LAPTOP,
    PHONE,
    assert_sound,
    claims,
    damaged,
    problems,
    read,
    spans,
    utc,
)
from staffroom.readers.identities.reader import Problem
from staffroom.readers.identities.windows_dhcp import FORMAT

HEAD = (
    b"\t\tA made activity log\r\n\r\n\r\nEvent ID  Meaning\r\n00\tBegun.\r\n"
    b"10\tGiven.\r\n\r\n"
    b"ID,Date,Time,Description,IP Address,Host Name,MAC Address,User Name, TransactionID, QResult\r\n"
    b"00,09/07/26,00:00:01,Started,,,,,0,6,,,,,,,,,0\r\n"
)
LINES_IN_HEAD = 9


def row(number: str, clock: str, machine: str = LAPTOP, *, day: str = "09/07/26", name: str = "") -> bytes:
    bare = machine.replace(":", "").upper()
    return f"{number},{day},{clock},Words,10.0.0.5,{name},{bare},,12345,0,,,,,,,,,0\r\n".encode()


def test_a_lease_runs_from_when_it_was_given_to_when_it_was_released_in_local_time() -> None:
    (claim,) = claims(FORMAT, HEAD + row("10", "09:00:00") + row("12", "15:30:00"))

    assert (claim.address, claim.machine, claim.account) == ("10.0.0.5", LAPTOP, "")
    assert (claim.since, claim.until) == (utc("07 08:00"), utc("07 14:30"))


def test_the_month_comes_before_the_day_on_every_server() -> None:
    rows = row("10", "09:00:00", day="11/07/26") + row("12", "10:00:00", day="11/07/26")

    assert spans(FORMAT, HEAD + rows)[0][1] == utc("2026-11-07T09:00:00")


@pytest.mark.parametrize("number", ["12", "13", "16", "17", "18"])
def test_whatever_ends_a_lease_ends_the_claim(number: str) -> None:
    assert spans(FORMAT, HEAD + row("10", "09:00:00") + row(number, "10:00:00")) == [
        ("10.0.0.5", utc("07 08:00"), utc("07 09:00"), LAPTOP)
    ]


def test_a_renewal_opens_a_claim_where_the_lease_is_older_than_the_file() -> None:
    rows = row("11", "09:00:00") + row("12", "10:00:00")

    assert spans(FORMAT, HEAD + rows) == [("10.0.0.5", utc("07 08:00"), utc("07 09:00"), LAPTOP)]


def test_another_machine_at_the_address_ends_the_claim_before_it() -> None:
    rows = row("10", "09:00:00") + row("10", "10:00:00", PHONE) + row("12", "11:00:00", PHONE)

    assert spans(FORMAT, HEAD + rows) == [
        ("10.0.0.5", utc("07 08:00"), utc("07 09:00"), LAPTOP),
        ("10.0.0.5", utc("07 09:00"), utc("07 10:00"), PHONE),
    ]


def test_a_lease_that_nothing_ends_holds_for_a_day_after_its_last_renewal() -> None:
    rows = row("10", "09:00:00") + row("11", "13:00:00")

    assert spans(FORMAT, HEAD + rows) == [("10.0.0.5", utc("07 08:00"), utc("08 12:00"), LAPTOP)]


def test_a_host_name_is_a_second_name_of_the_same_claim() -> None:
    rows = row("10", "09:00:00", name="Staff-Laptop-7.school.example") + row("12", "10:00:00")

    assert [claim.machine for claim in claims(FORMAT, HEAD + rows)] == [
        LAPTOP,
        "staff-laptop-7.school.example",
    ]


def test_what_is_not_about_a_lease_is_passed_over() -> None:
    assert claims(FORMAT, HEAD + row("30", "09:00:00") + row("15", "09:00:00") + b"24,09/07/26\r\n") == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"10,09/07/26,09:00:00\r\n", "The event has too few columns."),
        (row("10", "29:00:00"), "The date or time of the event cannot be read."),
        (row("10", "09:00:00", day="31/09/26"), "The date or time of the event cannot be read."),
        (row("10", "09:00:00").replace(b"10.0.0.5", b""), "The event has no IP address that can be read."),
        (row("10", "09:00:00", machine=""), "The lease names no machine."),
    ],
)
def test_an_event_that_cannot_be_read_is_a_problem_with_its_line(line: bytes, reason: str) -> None:
    assert problems(FORMAT, HEAD + line) == [Problem(LINES_IN_HEAD + 1, reason)]


def test_it_recognises_its_own_files_only() -> None:
    assert FORMAT.recognises(HEAD)
    assert not FORMAT.recognises(row("10", "09:00:00"))


@given(
    damaged(HEAD + row("10", "09:00:00", name="pc-1") + row("11", "13:00:00") + row("12", "14:00:00", PHONE))
)
def test_no_file_is_ever_too_broken(content: bytes) -> None:
    assert_sound(read(FORMAT, content))
    assert FORMAT.recognises(content) in (True, False)
