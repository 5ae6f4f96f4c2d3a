"""Are hardware addresses and host names read in every way that servers write them?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.identities.made_identities import LAPTOP, utc
from staffroom.readers.identities.machines import name_machines, read_hardware, read_host_name
from staffroom.records.people import Claim


@pytest.mark.parametrize(
    "text",
    [
        "00:1a:2b:3c:4d:5e",
        "00-1A-2B-3C-4D-5E",
        "001A.2B3C.4D5E",
        "001A2B3C4D5E",
        "00-1A-2B-3C-4D-5E:Staff Wi-Fi",
        " 00:1A:2B:3C:4D:5E ",
    ],
)
def test_every_way_of_writing_a_hardware_address_is_the_same_machine(text: str) -> None:
    assert read_hardware(text) == LAPTOP


@pytest.mark.parametrize(
    "text",
    ["", "*", "00:1a:2b:3c:4d", "001a2b3c4d5e6f", "a.teacher", "g01a2b3c4d5e", "192.168.10.15", "........"],
)
def test_anything_else_is_no_hardware_address(text: str) -> None:
    assert read_hardware(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Staff-Laptop-7", "staff-laptop-7"),
        ('"PC_12.school.example"', "pc_12.school.example"),
        ("*", ""),
        ("-", ""),
        ("", ""),
        ("two words", ""),
        ("x" * 64, ""),
    ],
)
def test_a_host_name_is_one_word_in_lower_case(text: str, name: str) -> None:
    assert read_host_name(text) == name


def test_only_a_machine_that_has_a_name_is_claimed_twice() -> None:
    named = Claim("10.0.0.5", utc("07 08:00"), None, "made", machine=LAPTOP)
    nameless = Claim("10.0.0.6", utc("07 08:00"), None, "made", machine="pc-12")
    found = list(name_machines([named, nameless], {LAPTOP: "staff-7", "pc-12": "pc-12"}))

    assert [(one.address, one.machine) for one in found] == [
        ("10.0.0.5", LAPTOP),
        ("10.0.0.5", "staff-7"),
        ("10.0.0.6", "pc-12"),
    ]


@given(st.text(max_size=40))
def test_whatever_is_read_as_a_hardware_address_reads_the_same_again(text: str) -> None:
    found = read_hardware(text)

    assert found == "" or (len(found) == 17 and read_hardware(found) == found)
    assert read_host_name(read_host_name(text)) == read_host_name(text)
