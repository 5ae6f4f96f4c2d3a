"""Does Zeek's dhcp.log say which machine held an address, and when?"""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from readers.identities.made_identities import (
    LAPTOP,
    PHONE,
    SAMPLES,
    assert_sound,
    claims,
    damaged,
    problems,
    read,
    spans,
    utc,
)
from staffroom.readers.identities.reader import Problem
from staffroom.readers.identities.zeek_dhcp import FORMAT

FIELDS = ("ts", "uids", "mac", "host_name", "assigned_addr", "lease_time", "msg_types")
HEAD = b"#separator \\x09\n#path\tdhcp\n#fields\t" + "\t".join(FIELDS).encode() + b"\n"


def row(clock: str, **changes: str) -> dict[str, str]:
    standard = {
        "ts": f"{utc(f'07 {clock}').timestamp():.6f}",
        "mac": LAPTOP,
        "assigned_addr": "10.0.0.5",
        "lease_time": "43200.000000",
        "msg_types": "DISCOVER,OFFER,REQUEST,ACK",
    }
    return standard | changes


def tabbed(*rows: dict[str, str]) -> bytes:
    return HEAD + b"".join(
        "\t".join(one.get(name) or "-" for name in FIELDS).encode() + b"\n" for one in rows
    )


def in_json(*rows: dict[str, str]) -> bytes:
    lines = []
    for one in rows:
        record: dict[str, object] = {name: text for name, text in one.items() if text}
        record["ts"] = float(one["ts"])
        record["msg_types"] = one["msg_types"].split(",")
        if one["lease_time"]:
            record["lease_time"] = float(one["lease_time"])
        lines.append(json.dumps(record, separators=(",", ":")).encode() + b"\n")
    return b"".join(lines)


def test_an_address_given_is_a_claim_for_the_length_of_the_lease() -> None:
    assert spans(FORMAT, tabbed(row("08:00"))) == [("10.0.0.5", utc("07 08:00"), utc("07 20:00"), LAPTOP)]


def test_a_host_name_is_a_second_name_of_the_same_lease() -> None:
    found = claims(FORMAT, tabbed(row("08:00", host_name="Staff-Laptop-7")))

    assert [claim.machine for claim in found] == [LAPTOP, "staff-laptop-7"]


@pytest.mark.parametrize(
    "rows",
    [
        [row("08:00")],
        [row("08:00"), row("14:00", msg_types="REQUEST,ACK")],
        [row("08:00"), row("10:00", msg_types="RELEASE", assigned_addr="", lease_time="")],
        [row("08:00"), row("10:00", mac=PHONE)],
        [row("08:00", host_name="pc-12", lease_time="4294967295.0")],
        [row("08:00", msg_types="INFORM,ACK", assigned_addr="", lease_time="")],
    ],
)
def test_tabs_and_json_give_the_same_claims(rows: list[dict[str, str]]) -> None:
    assert claims(FORMAT, in_json(*rows)) == claims(FORMAT, tabbed(*rows))


def test_a_renewal_prolongs_and_a_release_ends_the_claim() -> None:
    renewal = row("14:00", msg_types="REQUEST,ACK")
    release = row("16:00", msg_types="RELEASE", assigned_addr="", lease_time="")

    assert spans(FORMAT, tabbed(row("08:00"), renewal))[0][2] == utc("08 02:00")
    assert spans(FORMAT, tabbed(row("08:00"), renewal, release))[0][2] == utc("07 16:00")


def test_another_machine_at_the_address_ends_the_claim_before_it() -> None:
    assert spans(FORMAT, tabbed(row("08:00"), row("10:00", mac=PHONE))) == [
        ("10.0.0.5", utc("07 08:00"), utc("07 10:00"), LAPTOP),
        ("10.0.0.5", utc("07 10:00"), utc("07 22:00"), PHONE),
    ]


@pytest.mark.parametrize("messages", ["DISCOVER,OFFER", "REQUEST,NAK", "REQUEST,ACK,DECLINE", "INFORM"])
def test_an_address_that_was_not_given_or_not_taken_is_no_claim(messages: str) -> None:
    assert spans(FORMAT, tabbed(row("08:00", msg_types=messages))) == []


@pytest.mark.parametrize("length", ["4.294967e+09", "4294967295.0", "nan", "inf", "", "-1.0", "1e400"])
def test_a_lease_without_a_length_that_can_be_read_has_no_end(length: str) -> None:
    assert spans(FORMAT, tabbed(row("08:00", lease_time=length)))[0][2] is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"XXXXXXXXXX.XXXXXX" + b"\t-" * 6, "The line has no time that can be read."),
        (b"1788768000.0\tC1", "The line cannot be read."),
        (b'{"ts":1788768000.0,', "The line cannot be read."),
    ],
)
def test_a_line_that_cannot_be_read_is_a_problem(line: bytes, reason: str) -> None:
    assert problems(FORMAT, HEAD + line) == [Problem(4, reason)]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of shared samples is not there")
def test_published_logs_are_recognised_and_read() -> None:
    old = (SAMPLES / "zat/dhcp.log").read_bytes()
    new = (SAMPLES / "zat/dhcp.json.log").read_bytes()

    assert FORMAT.recognises(old)
    assert FORMAT.recognises(new)
    assert [(one.address, one.machine, one.until) for one in claims(FORMAT, old)] == [
        ("192.168.33.10", "00:20:18:eb:ca:21", None)
    ]
    assert claims(FORMAT, new) == []  # it only asked about an address that it had already


def test_it_recognises_its_own_files_only() -> None:
    assert FORMAT.recognises(HEAD)
    assert FORMAT.recognises(in_json(row("08:00")))
    assert not FORMAT.recognises(HEAD.replace(b"\tdhcp", b"\tdns"))


@given(damaged(tabbed(row("08:00", host_name="pc-12"), row("10:00", mac=PHONE)) + in_json(row("12:00"))))
def test_no_file_is_ever_too_broken(content: bytes) -> None:
    assert_sound(read(FORMAT, content))
    assert FORMAT.recognises(content) in (True, False)
