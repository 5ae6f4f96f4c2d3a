from __future__ import annotations

from pathlib import Path

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
from staffroom.readers.logs.formats import squid_recommended
from staffroom.readers.logs.formats.squid_native import FORMAT as NATIVE
from staffroom.readers.logs.formats.squid_recommended import FORMAT
from staffroom.records.requests import Grade, Request

NATIVE_PART = (
    b"1791636936.250    180 10.0.0.5 TCP_MISS/200 4120 GET http://www.facebook.com/a jane "
    b"HIER_DIRECT/192.0.2.1 text/html"
)
PAGE = NATIVE_PART + b' "https://www.example.org/lesson?x=1" - 00:11:22:aa:bb:cc'
TUNNEL = (
    b"1791636936.250   5000 10.0.0.5 TCP_TUNNEL/200 19763 CONNECT 192.0.2.1:443 jane ORIGINAL_DST/- - "
    b'"-" www.facebook.com 00:11:22:aa:bb:cc'
)


def test_a_page_has_the_host_of_its_referer_and_is_of_the_highest_grade():
    request = read_request(FORMAT, PAGE)
    assert request.referrer == "www.example.org"
    assert request.grade == Grade.PAGE
    assert request.content_type == "text/html"


def test_a_page_that_was_typed_in_has_an_empty_referer():
    assert read_request(FORMAT, PAGE.replace(b"https://www.example.org/lesson?x=1", b"-")).referrer == ""


def test_the_server_name_stands_in_for_an_address():
    request = read_request(FORMAT, TUNNEL)
    assert request.listing.name == "facebook.com"
    assert request.octets == 19763


def test_a_tunnel_has_no_referer_of_its_own():
    request = read_request(FORMAT, TUNNEL)
    assert request.referrer is None
    assert request.grade == Grade.NAME_AND_VOLUME


def test_the_server_name_does_not_overrule_a_host():
    assert read_line(FORMAT, TUNNEL.replace(b"192.0.2.1:443", b"www.example.org:443")) is None


def test_an_address_without_a_server_name_is_not_listed():
    assert read_line(FORMAT, TUNNEL.replace(b"www.facebook.com", b"-")) is None


def test_the_client_is_its_address_and_only_without_one_its_hardware_address():
    assert read_request(FORMAT, PAGE).client == "10.0.0.5"
    assert read_request(FORMAT, PAGE.replace(b" 10.0.0.5 ", b" - ")).client == "00:11:22:aa:bb:cc"


@pytest.mark.parametrize("hardware", [b"-", b"00:00:00:00:00:00"])
def test_a_hardware_address_of_noughts_is_none(hardware: bytes):
    line = PAGE.replace(b" 10.0.0.5 ", b" - ").replace(b"00:11:22:aa:bb:cc", hardware)
    assert read_request(FORMAT, line).client == ""


def test_a_referer_with_quotation_marks_cannot_reach_into_the_fields_after_it():
    line = PAGE.replace(b"lesson?x=1", rb"x\" m.tiktok.com 00:00:00:00:00:01 \"y z")
    request = read_request(FORMAT, line)
    assert (request.client, request.referrer, request.user) == ("10.0.0.5", "www.example.org", "jane")


def test_the_rules_of_the_native_format_hold_here_too():
    assert read_line(FORMAT, PAGE.replace(b"TCP_MISS/200", b"TCP_DENIED/407")) is None
    assert read_line(FORMAT, PAGE.replace(b"TCP_MISS/200", b"NONE_NONE/200")) is None
    assert read_request(FORMAT, PAGE.replace(b"TCP_MISS/200", b"TCP_DENIED/403")).blocked
    assert read_request(FORMAT, PAGE.replace(b" jane ", b" jane example ")).user == "jane example"


def test_a_line_cut_off_anywhere_after_its_host_is_unreadable():
    for length in range(PAGE.index(b" jane"), len(PAGE) - len(b" 00:11:22:aa:bb:cc") + 1):
        assert "few fields" in read_unreadable(FORMAT, PAGE[:length]) or "order" in read_unreadable(
            FORMAT, PAGE[:length]
        )


def test_comments_and_damage_are_what_they_are_everywhere():
    assert read_line(FORMAT, b"#") is None
    assert read_line(FORMAT, b"") is None
    assert "NUL" in read_unreadable(FORMAT, PAGE + b"\0")


def test_the_two_formats_of_squid_are_told_apart():
    assert FORMAT.recognises(PAGE + b"\r\n" + TUNNEL)
    assert not NATIVE.recognises(PAGE + b"\n" + TUNNEL)
    assert not FORMAT.recognises(NATIVE_PART)


def test_the_format_that_the_documentation_asks_for_is_the_one_that_is_read():
    page = (Path(__file__).parents[4] / "docs/reference/squid.md").read_text("utf-8")
    asked = next(line for line in page.splitlines() if line.startswith("logformat staffroom "))
    assert asked.removeprefix("logformat staffroom ") in squid_recommended.__doc__
    values = {"%ts.%03tu": "1791636936.250", "%6tr": "180", "%>a": "10.0.0.5", "%Ss/%03>Hs": "TCP_MISS/200"}
    values |= {"%<st": "4120", "%rm": "GET", "%ru": "http://www.facebook.com/a", "%[un": "jane"}
    values |= {"%Sh/%<a": "HIER_DIRECT/192.0.2.1", "%mt": "text/html", "%ssl::>sni": "-"}
    values |= {'"%{Referer}>h"': '"https://www.example.org/lesson?x=1"', "%>eui": "00:11:22:aa:bb:cc"}
    line = " ".join(values[word] for word in asked.split()[2:])
    assert read_request(FORMAT, line.encode()) == read_request(FORMAT, PAGE)


@given(
    host=st.sampled_from(LISTED_HOSTS),
    octets=st.integers(0, 10**12),
    referrer=st.sampled_from(["-", "https://www.example.org/a", "http://m.tiktok.com/"]),
)
def test_the_same_request_says_the_same_in_both_formats_but_for_the_referer(host, octets, referrer):
    front = (
        f"1791636936.250 180 10.0.0.5 TCP_MISS/200 {octets} GET http://{host}/a jane HIER_DIRECT/- text/html"
    )
    native = read_request(NATIVE, front.encode())
    ours = read_request(FORMAT, f'{front} "{referrer}" - -'.encode())
    assert ours.grade > native.grade
    fields = [name for name in Request.__slots__ if name not in ("grade", "referrer")]
    assert all(getattr(ours, name) == getattr(native, name) for name in fields)


@given(damaged(PAGE, TUNNEL))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes):
    assert_a_value(FORMAT, line)
    FORMAT.recognises(line)
