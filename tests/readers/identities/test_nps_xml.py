"""Does NPS's own XML say who was at which address, and when?"""

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
from staffroom.readers.identities.nps_xml import FORMAT
from staffroom.readers.identities.reader import Problem


def event(status: str, clock: str, **changes: str) -> bytes:
    """Write an event of 7 September 2026 at a local time of day; an attribute of "" is left out."""
    standard = {
        "Timestamp": f"09/07/2026 {clock}:00.123",
        "Computer-Name": "NPS1",
        "NAS-IP-Address": "10.0.9.1",
        "User-Name": "SCHOOL\\a.teacher",
        "Calling-Station-Id": "00-1A-2B-3C-4D-5E",
        "Framed-IP-Address": "10.0.0.5",
        "Packet-Type": "4",
        "Acct-Status-Type": status,
        "Acct-Session-Id": "5F2A-01",
    }
    attributes = standard | {name.replace("_", "-"): text for name, text in changes.items()}
    cells = "".join(f'<{name} data_type="1">{text}</{name}>' for name, text in attributes.items() if text)
    return f"<Event>{cells}</Event>\r\n".encode()


def test_a_session_is_a_claim_of_user_and_machine_from_start_to_stop_in_local_time() -> None:
    (claim,) = claims(FORMAT, event("1", "09:00") + event("3", "10:00") + event("2", "16:00"))

    assert (claim.address, claim.account, claim.machine) == ("10.0.0.5", "SCHOOL\\a.teacher", LAPTOP)
    assert (claim.since, claim.until) == (utc("07 08:00:00.123"), utc("07 15:00:00.123"))
    assert claim.source == "nps-xml"


def test_a_station_that_restarts_ends_its_sessions() -> None:
    restart = event("7", "10:00", User_Name="", Framed_IP_Address="", Acct_Session_Id="")

    assert spans(FORMAT, event("1", "09:00") + restart)[0][2] == utc("07 09:00:00.123")


def test_what_is_no_accounting_is_passed_over() -> None:
    assert claims(FORMAT, event("", "09:00", Packet_Type="1") + event("1", "09:00", Packet_Type="2")) == []


def test_signs_that_xml_must_escape_are_read() -> None:
    (claim,) = claims(FORMAT, event("1", "09:00", User_Name="o&apos;brien&amp;co"))

    assert claim.account == "o'brien&co"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (event("1", "09:00")[:-12], "The event is cut off."),
        (event("1", "29:00"), "The record has no time that can be read."),
        (event("1", "09:00", Acct_Session_Id=""), "The record names no session."),
    ],
)
def test_an_event_that_cannot_be_read_is_a_problem_with_its_line(content: bytes, reason: str) -> None:
    assert problems(FORMAT, event("2", "08:00", Framed_IP_Address="") + content) == [Problem(2, reason)]


def test_it_recognises_its_own_files_only() -> None:
    assert FORMAT.recognises(event("1", "09:00"))
    assert FORMAT.recognises(b"\xef\xbb\xbf" + event("1", "09:00"))
    assert not FORMAT.recognises(b"<Event xmlns='x'><System><EventID>4624</EventID></System></Event>")


@given(damaged(event("1", "09:00") + event("3", "10:00") + event("2", "11:00")))
def test_no_file_is_ever_too_broken(content: bytes) -> None:
    assert_sound(read(FORMAT, content))
    assert FORMAT.recognises(content) in (True, False)
