"""Does NPS's table say who was at which address, and when?"""

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
from staffroom.readers.identities.nps_table import FORMAT
from staffroom.readers.identities.reader import Problem

WIDTH = 63


def row(status: str, clock: str, **changes: str) -> bytes:
    """Write a row of 7 September 2026 at a local time of day."""
    cells = dict.fromkeys(range(WIDTH), "") | {
        0: '"NPS1"',
        1: '"IAS"',
        2: "09/07/2026",
        3: f"{clock}:00",
        4: changes.get("packet", "4"),
        5: changes.get("user", '"SCHOOL\\a.teacher"'),
        8: '"00-1A-2B-3C-4D-5E"',
        10: changes.get("address", '"10.0.0.5"'),
        12: '"10.0.9.1"',
        31: status,
        35: changes.get("session", '"5F2A-01"'),
        37: changes.get("lasted", ""),
    }
    return (",".join(cells.values()) + "\r\n").encode()


def test_a_session_is_a_claim_of_user_and_machine_from_start_to_stop_in_local_time() -> None:
    (claim,) = claims(FORMAT, row("1", "09:00") + row("3", "10:00") + row("2", "16:00"))

    assert (claim.address, claim.account, claim.machine) == ("10.0.0.5", "SCHOOL\\a.teacher", LAPTOP)
    assert (claim.since, claim.until) == (utc("07 08:00"), utc("07 15:00"))
    assert claim.source == "nps-table"


def test_a_session_older_than_the_file_reaches_back_as_long_as_it_says() -> None:
    assert spans(FORMAT, row("2", "10:00", lasted="3600"))[0][1:3] == (utc("07 08:00"), utc("07 09:00"))


def test_what_is_no_accounting_is_passed_over() -> None:
    assert claims(FORMAT, row("", "09:00", packet="1") + b"\r\n" + row("", "09:00", packet="11")) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (row("1", "09:00")[:53], "The row has too few columns."),
        (row("1", "09:00", user='"a"b"'), "The row is no CSV that can be read."),
        (row("1", "29:00"), "The record has no time that can be read."),
        (row("1", "09:00", session=""), "The record names no session."),
    ],
)
def test_a_row_that_cannot_be_read_is_a_problem_with_its_line(content: bytes, reason: str) -> None:
    assert problems(FORMAT, row("2", "08:00", address="") + content) == [Problem(2, reason)]


def test_it_recognises_its_own_files_only() -> None:
    assert FORMAT.recognises(row("1", "09:00"))
    assert not FORMAT.recognises(b"10,09/07/26,09:00:00,Words,10.0.0.5,,001A2B3C4D5E\n")


@given(damaged(row("1", "09:00") + row("3", "10:00") + row("2", "11:00")))
def test_no_file_is_ever_too_broken(content: bytes) -> None:
    assert_sound(read(FORMAT, content))
    assert FORMAT.recognises(content) in (True, False)
