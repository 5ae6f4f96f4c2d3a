from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from readers.logs.made_context import assert_a_value, damaged, read_line, read_request, read_unreadable
from staffroom.readers.logs.formats.e2guardian_squid import FORMAT
from staffroom.readers.logs.formats.squid_native import FORMAT as SQUID
from staffroom.records.requests import Request

SAMPLE = (
    Path(__file__).parents[4]
    / "../shared/data/logs/e2guardian/README_real_lines_squidanalyzer_issue197_format3.log"
).resolve()

LINE = (
    b"1791636936.250  68823 10.0.0.5 TCP_MISS/0 30973 - https://www.facebook.com 10.0.0.5 DEFAULT_PARENT/ -"
)
DENIED = (
    b"1791636936.250      0 10.0.0.5 TCP_DENIED/403 0 - https://www.facebook.com 10.0.0.5 DEFAULT_PARENT/ -"
)
NEWER = b"1791636936.250 12 10.0.0.5 - 512 GET https://www.facebook.com/a jane 127.0.0.1 text/html"


def test_a_user_who_is_the_client_again_is_none():
    request = read_request(FORMAT, LINE)
    assert (request.client, request.user) == ("10.0.0.5", "")


def test_duration_and_size_are_read_as_in_squids_format():
    request = read_request(FORMAT, LINE)
    assert request.ended_at - request.began_at == 68_823
    assert request.octets == 30_973


def test_a_denied_request_is_an_attempt():
    assert read_request(FORMAT, DENIED).blocked
    assert not read_request(FORMAT, LINE).blocked


def test_a_line_of_version_5_5_has_no_result_and_a_user():
    request = read_request(FORMAT, NEWER)
    assert (request.user, request.blocked, request.content_type) == ("jane", False, "text/html")


def test_a_blank_content_type_that_left_nothing_behind_is_unknown():
    assert read_request(FORMAT, LINE.removesuffix(b" -")).content_type == ""


def test_a_line_cut_off_is_unreadable():
    assert read_unreadable(FORMAT, LINE[: LINE.index(b" DEFAULT")]) == "it has too few fields"
    assert read_unreadable(FORMAT, LINE[: LINE.index(b" 10.0.0.5 DEFAULT")]) == "it has too few fields"


def test_a_407_and_a_host_that_is_not_listed_are_nothing():
    assert read_line(FORMAT, LINE.replace(b"TCP_MISS/0", b"TCP_MISS/407")) is None
    assert read_line(FORMAT, LINE.replace(b"facebook", b"example")) is None
    assert read_line(FORMAT, b"") is None


def test_the_imitation_is_told_from_the_original():
    assert FORMAT.recognises(LINE + b"\n" + DENIED + b"\n")
    assert FORMAT.recognises(NEWER)
    assert not SQUID.recognises(LINE + b"\n" + DENIED)
    original = b"1791636936.250 5 10.0.0.5 TCP_MISS/200 4 GET http://facebook.com/ jane DIRECT/- text/html"
    assert not FORMAT.recognises(original)
    assert SQUID.recognises(original)


def test_read_as_squids_own_format_the_lines_say_the_same():
    assert read_request(SQUID, LINE) == read_request(FORMAT, LINE)
    assert read_request(SQUID, DENIED) == read_request(FORMAT, DENIED)


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the public log samples are not here")
def test_real_lines_are_recognised_and_their_refusals_are_attempts():
    lines = SAMPLE.read_bytes()
    assert FORMAT.recognises(lines)
    answers = [read_line(FORMAT, line) for line in lines.splitlines()]
    facebook = [answer for answer in answers if isinstance(answer, Request)]
    assert len(facebook) == 2
    assert all(request.blocked and not request.user for request in facebook)


@given(damaged(LINE, DENIED, NEWER))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes):
    assert_a_value(FORMAT, line)
    FORMAT.recognises(line)
