"""Is each file of leases or sign-ins recognised as what it is, and everything else refused in a sentence?"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.identities.made_identities import LAPTOP, WRITTEN, assert_sound
from staffroom.readers.identities.reader import LARGEST, Problem
from staffroom.readers.identities.shelf import all_formats, find_format, read_identities
from staffroom.records.people import Claim

MADE = {
    "dhcpd-leases": b"# leases\nlease 10.0.0.5 {\n"
    b"  starts 1 2026/09/07 08:00:00;\n  ends 1 2026/09/07 20:00:00;\n"
    b"  hardware ethernet 00:1a:2b:3c:4d:5e;\n}\n",
    "zeek-dhcp": b"#separator \\x09\n#path\tdhcp\n#fields\tts\tmac\tassigned_addr\tlease_time\tmsg_types\n"
    b"1788768000.0\t00:1a:2b:3c:4d:5e\t10.0.0.5\t600.0\tACK\n",
    "windows-dhcp": b"ID,Date,Time,Description,IP Address,Host Name,MAC Address\n"
    b"10,09/07/26,09:00:00,Assign,10.0.0.5,,001A2B3C4D5E\n",
    "radius-detail": b'Mon Sep  7 09:00:00 2026\n\tAcct-Status-Type = Start\n\tAcct-Session-Id = "1"\n'
    b'\tFramed-IP-Address = 10.0.0.5\n\tCalling-Station-Id = "00-1A-2B-3C-4D-5E"\n',
    "nps-xml": b'<Event><Timestamp data_type="4">09/07/2026 09:00:00.000</Timestamp>'
    b'<Acct-Status-Type data_type="0">1</Acct-Status-Type><Acct-Session-Id data_type="1">A</Acct-Session-Id>'
    b'<User-Name data_type="1">a.teacher</User-Name>'
    b'<Framed-IP-Address data_type="3">10.0.0.5</Framed-IP-Address></Event>\n',
    "nps-table": b'"NPS1","IAS",09/07/2026,09:00:00,4,"a.teacher",,,,,"10.0.0.5"'
    + b"," * 21
    + b'1,,,,"A",,\n',
    "windows-logons": b"TimeCreated,EventID,TargetUserName,IpAddress,LogonType\n"
    b"2026-09-07T08:00:00Z,4624,a.teacher,10.0.0.5,2\n",
    "dnsmasq-leases": b"1788850800 00:1a:2b:3c:4d:5e 10.0.0.5 * *\n",
}


def read(content: bytes, name: str = "") -> list[Claim | Problem]:
    return list(read_identities(content, name=name, timezone="Europe/London", written_by=WRITTEN))


def test_every_format_of_the_shelf_has_a_made_file_here() -> None:
    assert {known.name for known in all_formats()} == set(MADE)


@pytest.mark.parametrize("name", MADE)
def test_a_file_is_recognised_by_its_content_and_by_no_other_format(name: str) -> None:
    assert [known.name for known in all_formats() if known.recognises(MADE[name])] == [name]


@pytest.mark.parametrize("name", MADE)
def test_every_format_gives_a_claim_with_an_interval_and_a_source(name: str) -> None:
    (claim,) = read(MADE[name], name="a file.txt")

    assert isinstance(claim, Claim)
    assert claim.until is not None
    assert claim.since < claim.until
    assert (claim.address, claim.source) == ("10.0.0.5", name)
    assert claim.account or claim.machine == LAPTOP


def test_a_format_that_is_named_is_used_whatever_the_content_says() -> None:
    chosen = find_format(b"", name="windows-dhcp")

    assert chosen is not None
    assert chosen.name == "windows-dhcp"
    assert read(MADE["dnsmasq-leases"], name="windows-dhcp") == []


def test_a_source_that_is_given_stands_in_every_claim() -> None:
    found = read_identities(
        MADE["dhcpd-leases"], source="dhcpd-leases of the annexe", timezone="UTC", written_by=WRITTEN
    )

    assert [one.source for one in found if isinstance(one, Claim)] == ["dhcpd-leases of the annexe"]


def test_names_are_slugs_and_titles_differ() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", known.name) for known in all_formats())
    assert len({known.title for known in all_formats()}) == len(all_formats())


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"%PDF-1.7\n", b"person,name\n1,A Teacher\n"])
def test_a_file_of_no_format_is_refused_in_one_sentence(content: bytes) -> None:
    (problem,) = read(content)

    assert isinstance(problem, Problem)
    assert problem.line == 0
    assert problem.reason.startswith("The file is none of these: ")


def test_a_file_over_the_limit_is_refused_in_one_sentence() -> None:
    (problem,) = read(bytes(LARGEST + 1))

    assert problem == Problem(0, "The file is over 200 MB. Split it at a line's end, and read the parts.")


def test_a_problem_never_holds_a_word_of_the_file() -> None:
    for content in MADE.values():
        torn = content.replace(b"10.0.0.5", b"Zebedee").replace(b"2026", b"Zebedee")
        for one in read(torn):
            assert isinstance(one, Problem)
            assert "Zebedee" not in one.reason


@given(st.binary(max_size=300), st.sampled_from(["", *MADE]))
def test_no_file_is_ever_too_broken(content: bytes, name: str) -> None:
    assert_sound(read(content, name))
