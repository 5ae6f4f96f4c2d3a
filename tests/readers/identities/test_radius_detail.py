"""Do FreeRADIUS's accounting records say who was at which address, and when?"""

from __future__ import annotations

import pytest
from hypothesis import given

from readers.identities.made_identities import (
    LAPTOP,
    assert_sound,
    claims,
    damaged,
    problems,
    read,
    spans,
    utc,
)
from staffroom.readers.identities.radius_detail import FORMAT
from staffroom.readers.identities.reader import Problem

USER = "a.teacher"


def record(status: str, clock: str, **attributes: str) -> bytes:
    """Write a record of 7 September 2026 at a UTC time of day; an attribute of "" is left out."""
    standard = {
        "Acct-Status-Type": status,
        "Acct-Session-Id": '"5F2A-01"',
        "NAS-IP-Address": "10.0.9.1",
        "User-Name": f'"{USER}"',
        "Framed-IP-Address": "10.0.0.5",
        "Calling-Station-Id": '"00-1A-2B-3C-4D-5E:Staff"',
        "Timestamp": str(int(utc(f"07 {clock}").timestamp())),
    }
    given = {name.replace("_", "-"): text for name, text in attributes.items()}
    lines = [f"\t{name} = {text}" for name, text in (standard | given).items() if text]
    return "\n".join(["Mon Sep  7 01:02:03 2026", *lines, "", ""]).encode()


def test_a_session_is_a_claim_of_user_and_machine_from_start_to_stop() -> None:
    (claim,) = claims(FORMAT, record("Start", "08:00") + record("Stop", "15:00"))

    assert (claim.address, claim.account, claim.machine) == ("10.0.0.5", USER, LAPTOP)
    assert (claim.since, claim.until) == (utc("07 08:00"), utc("07 15:00"))
    assert claim.source == "radius-detail"


def test_a_session_without_a_stop_holds_for_ten_hours_after_its_last_record() -> None:
    records = record("Start", "08:00") + record("Interim-Update", "09:00") + record("Alive", "10:00")

    assert spans(FORMAT, records) == [("10.0.0.5", utc("07 08:00"), utc("07 20:00"), USER)]


def test_a_session_holds_from_the_first_record_that_names_its_address() -> None:
    records = record("Start", "08:00", Framed_IP_Address="") + record("Interim-Update", "08:05")

    assert spans(FORMAT, records + record("Stop", "09:00"))[0][1:3] == (utc("07 08:05"), utc("07 09:00"))


def test_a_session_older_than_the_file_reaches_back_as_long_as_it_says() -> None:
    stop = record("Stop", "09:00", Acct_Session_Time="3600")

    assert spans(FORMAT, stop) == [("10.0.0.5", utc("07 08:00"), utc("07 09:00"), USER)]


def test_an_address_that_changes_in_mid_session_ends_one_claim_and_begins_another() -> None:
    moved = record("Interim-Update", "09:00", Framed_IP_Address="10.0.0.6", Acct_Session_Time="3600")

    assert spans(
        FORMAT, record("Start", "08:00") + moved + record("Stop", "10:00", Framed_IP_Address="10.0.0.6")
    ) == [
        ("10.0.0.5", utc("07 08:00"), utc("07 09:00"), USER),
        ("10.0.0.6", utc("07 09:00"), utc("07 10:00"), USER),
    ]


def test_what_arrives_after_the_stop_does_not_open_the_session_again() -> None:
    records = record("Start", "08:00") + record("Stop", "09:00") + record("Interim-Update", "09:01")

    assert len(claims(FORMAT, records + record("Stop", "09:02", Acct_Session_Time="3720"))) == 1


def test_a_station_that_restarts_ends_all_its_sessions_and_no_others() -> None:
    elsewhere = record("Start", "08:00", NAS_IP_Address="10.0.9.2", Framed_IP_Address="10.0.0.6")
    restart = record("Accounting-On", "09:00", User_Name="", Framed_IP_Address="", Acct_Session_Id="")

    assert [until for _, _, until, _ in spans(FORMAT, record("Start", "08:00") + elsewhere + restart)] == [
        utc("07 09:00"),
        utc("07 18:00"),
    ]


def test_a_record_that_the_station_kept_for_a_while_is_dated_back() -> None:
    records = record("Start", "08:00", Acct_Delay_Time="30") + record("Stop", "09:00")

    assert spans(FORMAT, records)[0][1] == utc("07 07:59:30")


@pytest.mark.parametrize(
    ("attributes", "since"),
    [
        ({"Timestamp": ""}, "07 00:02:03"),  # the head, in the school's own time
        ({"Timestamp": "", "Event_Timestamp": '"Sep  7 2026 09:00:00 BST"'}, "07 00:02:03"),
    ],
)
def test_without_the_servers_seconds_the_head_of_the_record_dates_it(
    attributes: dict[str, str], since: str
) -> None:
    assert spans(FORMAT, record("Start", "08:00", **attributes))[0][1] == utc(since)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ('"Sep  7 2026 09:00:00 BST"', "07 08:00"),
        ('"Sep  7 2026 09:00:00 UTC"', "07 09:00"),
        ("1788768000", "07 08:00"),
    ],
)
def test_without_a_head_either_the_station_dates_it(text: str, since: str) -> None:
    content = record("Start", "08:00", Timestamp="", Event_Timestamp=text).replace(b"Mon Sep  7", b"headless")

    assert spans(FORMAT, content)[0][1] == utc(since)


@pytest.mark.parametrize(
    ("written", "account"),
    [
        ('"SCHOOL\\\\a.teacher"', "SCHOOL\\a.teacher"),
        ('"a.teacher@school.example"', "a.teacher@school.example"),
        ('"anonymous@school.example"', ""),
        ('"anonymous"', ""),
        ('"host/pc-12.school.example"', ""),
        ('"001a2b3c4d5e"', ""),
    ],
)
def test_a_user_is_given_as_written_and_a_machine_or_a_mask_is_no_user(written: str, account: str) -> None:
    (claim,) = claims(FORMAT, record("Start", "08:00", User_Name=written))

    assert (claim.account, claim.machine) == (account, LAPTOP)


def test_a_record_of_neither_user_nor_machine_claims_nothing() -> None:
    assert claims(FORMAT, record("Start", "08:00", User_Name='"anonymous"', Calling_Station_Id="")) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (record("Start", "08:00", Acct_Session_Id=""), "The record names no session."),
        (
            record("Start", "08:00", Timestamp="").replace(b"Mon Sep", b"Mon Hep"),
            "The record has no time that can be read.",
        ),
    ],
)
def test_a_record_that_cannot_be_read_is_a_problem_with_its_line(content: bytes, reason: str) -> None:
    before = record("Start", "08:00", Acct_Session_Id='"other"')

    assert problems(FORMAT, before + content) == [Problem(before.count(b"\n") + 1, reason)]


def test_a_record_of_another_status_is_passed_over() -> None:
    assert claims(FORMAT, record("Tunnel-Start", "08:00")) == []


def test_it_recognises_its_own_files_only() -> None:
    assert FORMAT.recognises(record("Start", "08:00"))
    assert not FORMAT.recognises(b"Acct-Status-Type = Start\n")


@given(damaged(record("Start", "08:00") + record("Interim-Update", "09:00") + record("Stop", "10:00")))
def test_no_file_is_ever_too_broken(content: bytes) -> None:
    assert_sound(read(FORMAT, content))
    assert FORMAT.recognises(content) in (True, False)
