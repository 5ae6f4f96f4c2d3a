"""Do dnsmasq's leases say which machine held an address, and no more than they know?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given

from readers.identities.made_identities import (
    LAPTOP,
    SAMPLES,
    assert_sound,
    claims,
    damaged,
    problems,
    read,
    spans,
    utc,
)
from staffroom.readers.identities.dnsmasq_leases import FORMAT, DnsmasqLeasesFormat
from staffroom.readers.identities.reader import Problem
from staffroom.records.people import Claim

ENDS = 1_788_850_800  # 8 September 2026, 07:00 UTC
LEASE = f"{ENDS} {LAPTOP} 10.0.0.5 Staff-Laptop-7 01:{LAPTOP}\n".encode()
NAMELESS = LEASE.replace(b"Staff-Laptop-7", b"*")


def test_a_lease_is_a_claim_by_hardware_address_and_by_name() -> None:
    by_hardware, by_name = claims(FORMAT, LEASE)

    assert (by_hardware.address, by_hardware.machine) == ("10.0.0.5", LAPTOP)
    assert by_name.machine == "staff-laptop-7"
    assert by_hardware.until == by_name.until == utc("08 07:00")


def test_a_star_is_no_name() -> None:
    assert [claim.machine for claim in claims(FORMAT, NAMELESS)] == [LAPTOP]


def test_a_lease_holds_for_the_twelve_hours_before_its_end() -> None:
    assert spans(FORMAT, NAMELESS) == [("10.0.0.5", utc("07 19:00"), utc("08 07:00"), LAPTOP)]


def test_a_school_that_knows_its_lease_length_says_so() -> None:
    day = DnsmasqLeasesFormat(timedelta(hours=24))

    assert spans(day, NAMELESS) == [("10.0.0.5", utc("07 07:00"), utc("08 07:00"), LAPTOP)]


def test_a_lease_holds_at_the_latest_from_when_the_file_was_written() -> None:
    week_long = NAMELESS.replace(str(ENDS).encode(), str(ENDS + 6 * 86_400).encode())

    assert spans(FORMAT, week_long)[0][1] == utc("08 00:00")


def test_an_endless_lease_is_known_from_when_the_file_was_written() -> None:
    endless = NAMELESS.replace(str(ENDS).encode(), b"0")

    assert spans(FORMAT, endless) == [("10.0.0.5", utc("08 00:00"), None, LAPTOP)]


def test_a_file_without_a_time_of_its_own_claims_no_more_than_the_lease_says() -> None:
    (claim,) = FORMAT.read(NAMELESS, timezone="Europe/London", written_by=0)
    (problem,) = FORMAT.read(NAMELESS.replace(str(ENDS).encode(), b"0"), timezone="UTC", written_by=0)

    assert isinstance(claim, Claim)
    assert claim.since == utc("07 19:00")
    assert isinstance(problem, Problem)


def test_a_lease_of_ipv6_names_its_machine_in_the_client_id() -> None:
    duid = b"duid 00:01:00:01:2a:90:cf:5b:00:1a:2b:00:00:01\n"
    by_time = f"{ENDS} 660684014 2001:db8::5 * 00:01:00:01:24:90:cf:a3:{LAPTOP}\n".encode()
    by_link = f"{ENDS} T660684014 2001:db8::6 * 00:03:00:01:{LAPTOP}\n".encode()

    assert [(one.address, one.machine) for one in claims(FORMAT, NAMELESS + duid + by_time + by_link)] == [
        ("10.0.0.5", LAPTOP),
        ("2001:db8::5", LAPTOP),
        ("2001:db8::6", LAPTOP),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"1788850800 00:1a", "The line is no lease: an end, a machine, an address and a name."),
        (
            LEASE.replace(b"10.0.0.5", b"10.0.0"),
            "The line is no lease: an end, a machine, an address and a name.",
        ),
        (
            LEASE.replace(str(ENDS).encode(), b"43200"),
            "The end of the lease is no date; a router without a clock writes none.",
        ),
        (NAMELESS.replace(LAPTOP.encode(), b"660684014"), "The lease names no machine."),
    ],
)
def test_a_line_that_is_no_lease_is_a_problem(line: bytes, reason: str) -> None:
    assert problems(FORMAT, b"\n" + line) == [Problem(2, reason)]


def test_a_network_that_is_not_ethernet_says_so_before_the_address() -> None:
    assert claims(FORMAT, NAMELESS.replace(LAPTOP.encode(), b"06-" + LAPTOP.encode(), 1))[0].machine == LAPTOP


def test_it_recognises_its_own_files_only() -> None:
    assert FORMAT.recognises(LEASE)
    assert not FORMAT.recognises(b"1788850800 a b c d\n")


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of shared samples is not there")
def test_a_published_file_is_read_to_its_last_line() -> None:
    content = (SAMPLES / "dhcp/netdata_dnsmasq.leases").read_bytes()
    found = list(FORMAT.read(content, timezone="Europe/London", written_by=1_560_300_000_000))

    assert FORMAT.recognises(content)
    assert len(found) == 18
    assert not [one for one in found if isinstance(one, Problem)]


@given(damaged(LEASE + b"duid 00:01\n" + f"{ENDS} 66 2001:db8::5 * 00:03:00:01:{LAPTOP}\n".encode()))
def test_no_file_is_ever_too_broken(content: bytes) -> None:
    assert_sound(read(FORMAT, content))
    assert FORMAT.recognises(content) in (True, False)
