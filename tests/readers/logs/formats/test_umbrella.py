from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.logs.made_context import (
    LISTED_HOSTS,
    assert_a_value,
    damaged,
    read_line,
    read_request,
    read_unreadable,
)
from staffroom.readers.logs.formats.umbrella import FORMAT
from staffroom.records.requests import Grade

MOMENT = int(datetime(2026, 9, 7, 8, 1, 2, tzinfo=UTC).timestamp() * 1000)


def lookup(
    identity: str = "jane", action: str = "Allowed", domain: str = "www.facebook.com.", *more: str
) -> bytes:
    fields = ("2026-09-07 08:01:02", identity, f"{identity},School", "10.0.0.5", "192.0.2.9", action)
    return _row(*fields, "1 (A)", "NOERROR", domain, "Social Networking,Chat", *more)


def proxied(
    identity: str = "jane", verdict: str = "ALLOWED", status: str = "200", kind: str = "AD Users"
) -> bytes:
    fields = ("2026-09-07 08:01:02", identity, "10.0.0.5", "192.0.2.9", "192.0.2.1", "text/html", verdict)
    places = ("https://www.facebook.com/a,b", "https://www.example.org/", "Mozilla/5.0", status)
    return _row(*fields, *places, "562", "4120", "4000", "", "Social", "", "", "", "", "", kind, "")


def _row(*fields: str) -> bytes:
    return ",".join(f'"{field}"' for field in fields).encode()


def test_a_lookup_is_no_more_than_a_lookup():
    request = read_request(FORMAT, lookup())
    assert (request.began_at, request.ended_at) == (MOMENT, MOMENT)
    assert (request.client, request.user, request.octets) == ("10.0.0.5", "jane", None)
    assert (request.grade, request.blocked) == (Grade.NAME_LOOKED_UP, False)


def test_the_final_dot_of_a_name_is_no_part_of_it():
    assert read_request(FORMAT, lookup("jane", "Allowed", "m.tiktok.com.")).listing.name == "tiktok.com"


def test_a_page_through_the_proxy_is_read_whole():
    request = read_request(FORMAT, proxied())
    assert (request.ended_at, request.client, request.user) == (MOMENT, "10.0.0.5", "jane")
    assert (request.octets, request.referrer, request.content_type) == (4120, "www.example.org", "text/html")
    assert request.grade == Grade.PAGE


def test_what_umbrella_refused_is_an_attempt():
    assert read_request(FORMAT, lookup("jane", "Blocked")).blocked
    assert read_request(FORMAT, proxied(verdict="BLOCKED")).blocked


def test_half_of_an_authentication_is_no_request():
    assert read_line(FORMAT, proxied(status="407")) is None


@pytest.mark.parametrize("kind", ["Networks", "Sites", "Roaming Computers", "Anyconnect Roaming Client"])
def test_an_identity_that_is_no_person_is_no_user(kind: str):
    assert read_request(FORMAT, proxied("Main building", kind=kind)).user == ""
    assert read_request(FORMAT, lookup("Main building", "Allowed", "facebook.com.", kind)).user == ""


def test_a_person_with_an_address_in_brackets_is_that_address():
    line = lookup(
        "Jane Example (jane@school.example)", "Allowed", "facebook.com.", "AD Users", "AD Users", ""
    )
    assert read_request(FORMAT, line).user == "jane@school.example"


def test_times_are_utc_whatever_the_schools_zone():
    assert read_request(FORMAT, lookup(), timezone="Asia/Tokyo").ended_at == MOMENT


def test_a_header_is_nothing():
    header = (
        b'"Timestamp","Most Granular Identity","Identities","InternalIp","ExternalIp","Action","QueryType",'
    )
    assert read_line(FORMAT, header + b'"ResponseCode","Domain","Categories"') is None


def test_a_line_cut_off_is_unreadable():
    line = lookup()
    assert "quotation mark" in read_unreadable(FORMAT, line[: line.index(b"facebook")])
    assert read_unreadable(FORMAT, b'"2026-09-07 08:01:02","facebook.com"') == "it has too few fields"
    assert read_unreadable(FORMAT, b",".join(proxied().split(b",")[:12])) == "it has too few fields"


def test_a_time_that_makes_no_sense_and_damage_are_unreadable():
    assert read_unreadable(FORMAT, lookup().replace(b"2026-09", b"2026-19")) == "its time makes no sense"
    assert "NUL" in read_unreadable(FORMAT, lookup() + b"\0")


def test_comments_and_other_hosts_are_nothing():
    assert read_line(FORMAT, b"# facebook.com") is None
    assert read_line(FORMAT, lookup("jane", "Allowed", "www.example.org.")) is None


def test_both_logs_are_recognised():
    assert FORMAT.recognises(lookup() + b"\r\n" + lookup() + b"\r\n")
    assert FORMAT.recognises(proxied())
    assert not FORMAT.recognises(b'"a","b","c","d","e","f","g","h","i","j"\n')


@given(
    host=st.sampled_from(LISTED_HOSTS),
    identity=st.from_regex(r"[A-Za-z][A-Za-z0-9 .@-]{0,20}", fullmatch=True),
    action=st.sampled_from(["Allowed", "Blocked"]),
)
def test_what_umbrella_writes_comes_back(host, identity, action):
    request = read_request(FORMAT, lookup(identity, action, host + "."))
    assert (request.user, request.blocked) == (identity, action == "Blocked")


@given(damaged(lookup(), proxied()))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes):
    assert_a_value(FORMAT, line)
    FORMAT.recognises(line)
