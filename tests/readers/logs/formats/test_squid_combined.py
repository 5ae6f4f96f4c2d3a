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
from staffroom.readers.logs.formats.squid_combined import FORMAT
from staffroom.records.requests import Grade

PAGE = (
    b'10.0.0.5 - jane [10/Oct/2026:13:55:36 +0100] "GET http://www.facebook.com/a HTTP/1.1" 200 4120 '
    b'"https://www.example.org/lesson" "Mozilla/5.0 (X11; Linux)" TCP_MISS:HIER_DIRECT'
)
TUNNEL = (
    b'10.0.0.5 - jane [10/Oct/2026:13:55:36 +0100] "CONNECT www.facebook.com:443 HTTP/1.1" 200 19763 '
    b'"-" "Mozilla/5.0" TCP_TUNNEL:HIER_DIRECT'
)


def test_a_page_is_read_whole():
    request = read_request(FORMAT, PAGE)
    assert request.ended_at == int(datetime(2026, 10, 10, 12, 55, 36, tzinfo=UTC).timestamp() * 1000)
    assert (request.client, request.user, request.octets) == ("10.0.0.5", "jane", 4120)
    assert (request.referrer, request.grade) == ("www.example.org", Grade.PAGE)


def test_the_format_knows_no_duration_and_no_content_type():
    request = read_request(FORMAT, PAGE)
    assert request.began_at == request.ended_at
    assert request.content_type is None


def test_a_tunnel_has_no_referer_of_its_own():
    request = read_request(FORMAT, TUNNEL)
    assert (request.referrer, request.grade) == (None, Grade.NAME_AND_VOLUME)


def test_a_407_is_no_request_and_a_refusal_is_an_attempt():
    assert read_line(FORMAT, PAGE.replace(b'" 200 ', b'" 407 ').replace(b"TCP_MISS", b"TCP_DENIED")) is None
    request = read_request(FORMAT, PAGE.replace(b'" 200 ', b'" 403 ').replace(b"TCP_MISS", b"TCP_DENIED"))
    assert request.blocked


def test_what_squid_answered_by_itself_is_no_request():
    assert read_line(FORMAT, PAGE.replace(b"TCP_MISS", b"NONE")) is None


def test_a_user_name_may_hold_spaces():
    assert read_request(FORMAT, PAGE.replace(b" jane ", b" jane example ")).user == "jane example"


def test_an_agent_with_quotation_marks_does_not_move_the_result():
    request = read_request(FORMAT, PAGE.replace(b"Mozilla/5.0", rb"\"TCP_DENIED:\" [x] \" "))
    assert not request.blocked
    assert request.referrer == "www.example.org"


def test_a_request_without_a_version_is_read():
    assert read_request(FORMAT, PAGE.replace(b" HTTP/1.1", b"")).octets == 4120


def test_a_size_of_a_dash_is_unknown():
    assert read_request(FORMAT, PAGE.replace(b" 4120 ", b" - ")).octets is None


@pytest.mark.parametrize("stamp", [b"", b"10/Foo/2026:13:55:36 +0100", b"10/Oct/1996:13:55:36 +0100"])
def test_a_time_that_makes_no_sense_is_unreadable(stamp: bytes):
    line = PAGE.replace(b"10/Oct/2026:13:55:36 +0100", stamp)
    assert read_unreadable(FORMAT, line) == "its time makes no sense"


def test_a_line_cut_off_is_unreadable():
    for length in (PAGE.index(b' "Moz'), PAGE.index(b" TCP_MISS"), PAGE.index(b" HTTP/1.1")):
        assert read_unreadable(FORMAT, PAGE[:length]) == "it has too few fields"


def test_a_host_that_is_not_listed_is_nothing():
    assert read_line(FORMAT, PAGE.replace(b"www.facebook.com", b"www.example.org")) is None
    assert read_line(FORMAT, b"# facebook.com") is None


def test_the_log_of_a_web_server_is_not_taken_for_squids():
    assert FORMAT.recognises(PAGE + b"\n" + TUNNEL + b"\n")
    assert not FORMAT.recognises(PAGE.rpartition(b" ")[0])
    assert not FORMAT.recognises(b"")


@given(
    host=st.sampled_from(LISTED_HOSTS),
    octets=st.integers(0, 10**12),
    moment=st.datetimes(datetime(2000, 1, 2), datetime(2099, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_what_squid_writes_comes_back(host, octets, moment):
    moment = moment.replace(microsecond=0)
    line = (
        f'10.0.0.5 - jane [{moment:%d/%b/%Y:%H:%M:%S %z}] "GET http://{host}/ HTTP/1.1" 200 {octets} "-" "-" '
        "TCP_HIT:HIER_NONE"
    )
    request = read_request(FORMAT, line.encode())
    assert (request.octets, request.ended_at) == (octets, int(moment.timestamp()) * 1000)
    assert request.referrer == ""


@given(damaged(PAGE, TUNNEL))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes):
    assert_a_value(FORMAT, line)
    FORMAT.recognises(line)
