"""Does any of the traps that stand in real logs change the evidence, from the file to the store?

Each format's own tests know them line by line; here each goes the whole way, on both paths.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from traffic.made_store import outcomes_of, read_into, rows_of
from traffic.made_traffic import HOUR, MINUTE, MONDAY, Made, squid, zeek_http

WINDOW = MONDAY // (5 * MINUTE)
PAGE = Made(MONDAY + MINUTE, user="asample", octets=900_000)

ONE_LOOKUP = {
    "dnsmasq, whose lines have no year": (
        b"Sep  7 09:01:00 dnsmasq[7]: query[A] www.chirp.example from 10.1.0.5\n"
    ),
    "AdGuard Home, whose times carry an offset": (
        b'{"T":"2026-09-07T09:01:00.5+01:00","QH":"www.chirp.example","QT":"A","QC":"IN","CP":"",'
        b'"IP":"10.1.0.5","Result":{},"Elapsed":1}\n'
    ),
}
ONE_PAGE = {
    "an old name of the hierarchy": squid([PAGE]).replace(b"HIER_DIRECT/", b"DIRECT/"),
    "no hierarchy": squid([PAGE]).replace(b"HIER_DIRECT/192.0.2.7", b"HIER_NONE/-"),
    "no hierarchy, the old way": squid([PAGE]).replace(b"HIER_DIRECT/192.0.2.7", b"NONE/-"),
    "a duration that is padded": squid([replace(PAGE, elapsed=7)]),
    "e2guardian's imitation of Squid": squid([PAGE]).replace(b"HIER_DIRECT/192.0.2.7", b"DEFAULT_PARENT/-"),
    "a tunnel": squid([replace(PAGE, method="CONNECT", kind="-")]),
    "a tunnel to an address with its scheme": squid([replace(PAGE, method="CONNECT")]).replace(
        b"www.chirp.example:443", b"http://www.chirp.example/"
    ),
    "Zeek with a closing line": zeek_http([PAGE]),
    "Zeek with an empty field": zeek_http([replace(PAGE, referer="(empty)")]),
    "W3C with a date directive alone": (
        b"#Software: made\n#Date: 2026-09-07 00:00:00\n#Fields: time c-ip cs-username cs-host sc-bytes\n"
        b"08:01:00 10.1.0.5 asample www.chirp.example 900000\n"
    ),
}
USERS = ["HOLLY\\bexample", "holly%5Cbexample", "bexample%20", "HOLLY%5cBEXAMPLE"]


def read(folder: Path, text: bytes, kernels: Path | None):
    log = folder / "made.log"
    log.write_bytes(text)
    return read_into(folder / "home", log, kernels=kernels)[0]


@pytest.mark.parametrize("trap", ONE_PAGE)
def test_one_page_is_one_line_of_evidence_in_its_window(tmp_path, path_taken, trap):
    outcome = read(tmp_path, ONE_PAGE[trap], path_taken)
    assert (outcome.kept, dict(outcome.tally.unreadable), outcome.problem) == (1, {}, "")
    assert list(outcomes_of(tmp_path / "home")) == [("chirp", WINDOW)]


@pytest.mark.parametrize("trap", ONE_LOOKUP)
def test_one_lookup_is_at_its_local_time_and_no_visit(tmp_path, trap):
    outcome = read(tmp_path, ONE_LOOKUP[trap], None)
    assert (outcome.kept, dict(outcome.tally.unreadable)) == (1, {})
    assert outcomes_of(tmp_path / "home") == {("chirp", WINDOW): "looked up"}


def test_a_407_and_the_200_after_it_are_one_request(tmp_path, path_taken):
    pair = [replace(PAGE, status="TCP_DENIED/407", user="-"), replace(PAGE, at=PAGE.at + 200)]
    outcome = read(tmp_path, squid(pair), path_taken)
    assert (outcome.tally.lines, outcome.kept) == (2, 1)
    rows = [dict(row[:-1]) for row in rows_of(tmp_path / "home")]
    assert [(row["lines"], row["attributed"]) for row in rows] == [(1, True)]


def test_a_refusal_with_a_user_is_an_attempt(tmp_path, path_taken):
    read(tmp_path, squid([replace(PAGE, status="TCP_DENIED/403")]), path_taken)
    assert outcomes_of(tmp_path / "home") == {("chirp", WINDOW): "blocked"}


def test_the_logged_time_is_the_end_and_the_start_lies_before_it(tmp_path, path_taken):
    read(tmp_path, squid([replace(PAGE, at=MONDAY + HOUR, elapsed=HOUR - MINUTE)]), path_taken)
    assert min(window for _, window in outcomes_of(tmp_path / "home")) == WINDOW


def test_every_way_of_writing_a_user_is_one_person(tmp_path, path_taken):
    made = [replace(PAGE, at=PAGE.at + number * 1_000, user=user) for number, user in enumerate(USERS)]
    assert read(tmp_path, squid(made), path_taken).kept == len(USERS)
    rows = [dict(row[:-1]) for row in rows_of(tmp_path / "home")]
    assert [(row["lines"], row["attributed"]) for row in rows] == [(len(USERS), True)]


@pytest.mark.parametrize("user", ["asample@holly.example", "asample@HOLLY.EXAMPLE"])
def test_a_user_with_a_realm_is_the_person(tmp_path, path_taken, user):
    read(tmp_path, squid([replace(PAGE, user=user)]), path_taken)
    assert [dict(row[:-1])["attributed"] for row in rows_of(tmp_path / "home")] == [True]


def test_w3c_without_any_date_is_unreadable_and_says_so(tmp_path):
    text = b"#Fields: time c-ip cs-username cs-host sc-bytes\n08:01:00 10.1.0.5 asample www.chirp.example 9\n"
    outcome = read(tmp_path, text, None)
    assert (outcome.kept, dict(outcome.tally.unreadable)) == (0, {"its time makes no sense": 1})
