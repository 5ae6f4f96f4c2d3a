"""Do ISC dhcpd's leases say which machine held an address, and when?"""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

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
from staffroom.readers.identities.dhcpd_leases import FORMAT
from staffroom.readers.identities.reader import Problem


def lease(
    *,
    starts: str = "1 2026/09/07 08:00:00",
    ends: str = "1 2026/09/07 20:00:00",
    state: str = "active",
    machine: str = LAPTOP,
    address: str = "10.0.0.5",
    more: str = "",
) -> bytes:
    hardware = f"  hardware ethernet {machine};\n" if machine else ""
    return (
        f"lease {address} {{\n  starts {starts};\n  ends {ends};\n  tstp {ends};\n  cltt {starts};\n"
        f"  binding state {state};\n  next binding state free;\n  rewind binding state free;\n"
        f"{hardware}{more}}}\n"
    ).encode()


HEAD = b"# A made file.\nauthoring-byte-order little-endian;\n\n"


def test_a_lease_is_a_claim_of_its_machine_in_utc() -> None:
    (claim,) = claims(FORMAT, HEAD + lease())

    assert (claim.address, claim.machine, claim.account) == ("10.0.0.5", LAPTOP, "")
    assert (claim.since, claim.until) == (utc("07 08:00"), utc("07 20:00"))
    assert claim.source == "dhcpd-leases"


def test_a_host_name_is_a_second_name_of_the_same_lease() -> None:
    by_hardware, by_name = claims(FORMAT, lease(more='  client-hostname "Staff-Laptop-7";\n'))

    assert (by_hardware.machine, by_name.machine) == (LAPTOP, "staff-laptop-7")
    assert (by_hardware.since, by_hardware.until) == (by_name.since, by_name.until)


def test_a_renewal_prolongs_the_lease() -> None:
    renewed = lease(starts="1 2026/09/07 14:00:00", ends="2 2026/09/08 02:00:00")

    assert spans(FORMAT, lease() + renewed) == [("10.0.0.5", utc("07 08:00"), utc("08 02:00"), LAPTOP)]


def test_a_lease_given_back_early_ends_early() -> None:
    released = lease(ends="1 2026/09/07 12:30:00", state="free")

    assert spans(FORMAT, lease() + released) == [("10.0.0.5", utc("07 08:00"), utc("07 12:30"), LAPTOP)]


def test_another_machine_at_the_address_ends_the_lease_before_it() -> None:
    other = lease(starts="1 2026/09/07 10:00:00", machine=PHONE)

    assert spans(FORMAT, lease() + other) == [
        ("10.0.0.5", utc("07 08:00"), utc("07 10:00"), LAPTOP),
        ("10.0.0.5", utc("07 10:00"), utc("07 20:00"), PHONE),
    ]


def test_the_same_machine_back_later_is_a_second_claim() -> None:
    later = lease(starts="2 2026/09/08 08:00:00", ends="2 2026/09/08 20:00:00")

    assert [since for _, since, _, _ in spans(FORMAT, lease() + later)] == [utc("07 08:00"), utc("08 08:00")]


def test_an_abandoned_address_is_nobodys() -> None:
    abandoned = lease(starts="1 2026/09/07 09:00:00", state="abandoned")

    assert spans(FORMAT, lease() + abandoned) == [("10.0.0.5", utc("07 08:00"), utc("07 09:00"), LAPTOP)]


def test_a_lease_without_a_machine_is_nobodys() -> None:
    assert spans(FORMAT, lease(machine="", state="backup")) == []


def test_a_lease_that_never_ends_has_no_end() -> None:
    assert spans(FORMAT, lease(ends="never")) == [("10.0.0.5", utc("07 08:00"), None, LAPTOP)]


def test_times_may_be_seconds_since_1970() -> None:
    epoch = lease(starts="epoch 1788768000; # Mon Sep  7 08:00:00 2026", ends="epoch 1788811200; # later")

    assert spans(FORMAT, epoch) == spans(FORMAT, lease())


def test_braces_inside_a_lease_do_not_end_it() -> None:
    inner = "  on expiry {\n    hardware ethernet ff:ff:ff:ff:ff:ff;\n  }\n"
    nested = f'  set vendor-class-identifier = "a;b}}";\n{inner}'

    assert spans(FORMAT, lease(more=nested)) == spans(FORMAT, lease())


def test_a_lease_that_is_cut_off_is_a_problem_and_the_next_one_is_read() -> None:
    torn = lease()[:-2]
    found = read(FORMAT, torn + b"\n" + lease(address="10.0.0.6"))

    assert found[0] == Problem(1, "The lease is cut off.")
    assert len(found) == 2
    assert problems(FORMAT, torn) == [Problem(1, "The lease is cut off.")]


def test_a_lease_whose_words_make_no_sense_is_a_problem_with_its_line() -> None:
    assert problems(FORMAT, HEAD + lease(starts="1 2026/19/07 08:00:00")) == [
        Problem(4, "The lease has no start that can be read.")
    ]
    assert problems(FORMAT, lease(address="10.0.0.555")) == [
        Problem(1, "The lease has no IP address that can be read.")
    ]


def test_leases_of_ipv6_are_a_problem_that_is_said() -> None:
    content = b'ia-na "\\001" {\n  cltt 1 2026/09/07 08:00:00;\n  iaaddr 2001:db8::5 {\n  }\n}\n'

    assert problems(FORMAT, content) == [Problem(1, "IPv6 leases of this server are not read.")]


def test_it_recognises_its_own_files_only() -> None:
    assert FORMAT.recognises(HEAD + lease())
    assert not FORMAT.recognises(HEAD)
    assert not FORMAT.recognises(b"lease of the school hall {\n")


@given(damaged(HEAD + lease(more='  client-hostname "pc-1";\n') + lease(machine=PHONE)))
def test_no_file_is_ever_too_broken(content: bytes) -> None:
    assert_sound(read(FORMAT, content))
    assert FORMAT.recognises(content) in (True, False)


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9), st.sampled_from([LAPTOP, PHONE])), max_size=8)
)
def test_claims_on_one_address_never_overlap_where_the_file_is_in_order(
    stays: list[tuple[int, int, str]],
) -> None:
    content = b"".join(
        lease(
            starts=f"1 2026/09/07 {start:02d}:00:00",
            ends=f"1 2026/09/{7 + (start + hours) // 24:02d} {(start + hours) % 24:02d}:00:00",
            machine=machine,
        )
        for start, hours, machine in sorted(stays, key=lambda stay: stay[0])
    )
    found = sorted(claims(FORMAT, content), key=lambda claim: claim.since)

    for earlier, later in pairwise(found):
        assert earlier.until is not None
        assert earlier.until <= later.since
