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
from staffroom.readers.logs.formats.e2guardian_protex import FORMAT
from staffroom.records.requests import Grade

SAMPLE = (
    Path(__file__).parents[4] / "../shared/data/logs/e2guardian/README_real_lines_issue800.log"
).resolve()


def protex(
    url: str = "https://www.facebook.com/a",
    server: str = "filter",
    user: str = "jane",
    status: str = "200",
    message: str = "-",
    octets: str = "90613",
    duration: str = "2819",
    extra: tuple[str, ...] = (),
    client: tuple[str, ...] = ("10.0.0.5", "desk.school.example"),
    stamp: str = "1791636936.250",
) -> bytes:
    fields = (
        stamp,
        server,
        user,
        *client,
        url,
        "GET",
        status,
        octets,
        "text/html",
        "-",
        "-",
        duration,
        "-",
        "0",
    )
    return "\t".join((*fields, message, "0", "-", "staff", "1", *extra)).encode()


LINE = protex()


def test_a_line_is_read_whole():
    request = read_request(FORMAT, LINE)
    assert (request.began_at, request.ended_at) == (1_791_636_933_431, 1_791_636_936_250)
    assert (request.client, request.user, request.octets) == ("10.0.0.5", "jane", 90_613)
    assert (request.content_type, request.referrer) == ("text/html", None)
    assert (request.grade, request.blocked) == (Grade.NAME_AND_VOLUME, False)


@pytest.mark.parametrize("server", ["filter", "", "-"])
@pytest.mark.parametrize("extra", [(), ("words", "8080:TH:ip")])
def test_formats_5_to_8_say_the_same(server: str, extra: tuple[str, ...]):
    assert read_request(FORMAT, protex(server=server, extra=extra)) == read_request(FORMAT, LINE)


def test_a_log_without_the_clients_own_field_is_read():
    assert read_request(FORMAT, protex(client=("10.0.0.5",))) == read_request(FORMAT, LINE)


def test_a_user_who_is_the_client_again_is_none():
    assert read_request(FORMAT, protex(user="10.0.0.5")).user == ""
    assert read_request(FORMAT, protex(user="-")).user == ""


@pytest.mark.parametrize(
    ("status", "message"), [("403", "*DENIED* Banned site"), ("200", "*DENIED* x"), ("403", "-")]
)
def test_what_the_filter_denied_is_an_attempt(status: str, message: str):
    assert read_request(FORMAT, protex(status=status, message=message)).blocked


def test_a_network_error_is_not_a_refusal_though_its_status_is_403():
    assert not read_request(FORMAT, protex(status="403", message="*NETERROR* -")).blocked


def test_a_407_is_half_of_an_authentication_and_no_request():
    assert read_line(FORMAT, protex(status="407")) is None


def test_a_negative_duration_counts_as_none():
    request = read_request(FORMAT, protex(duration="-315"))
    assert request.began_at == request.ended_at


def test_a_time_that_makes_no_sense_is_unreadable():
    assert read_unreadable(FORMAT, protex(stamp="1.0")) == "its time makes no sense"


def test_a_line_cut_off_is_unreadable_before_and_after_its_url():
    assert read_unreadable(FORMAT, LINE[:20]) == "it has too few fields"
    assert read_unreadable(FORMAT, LINE[: LINE.index(b"\ttext/html")]) == "it has too few fields"


def test_comments_damage_and_other_hosts():
    assert read_line(FORMAT, b"# facebook.com") is None
    assert read_line(FORMAT, protex(url="https://www.example.org/")) is None
    assert "NUL" in read_unreadable(FORMAT, LINE + b"\0")


def test_the_format_is_recognised():
    assert FORMAT.recognises(LINE + b"\r\n" + protex(server="") + b"\n")
    assert not FORMAT.recognises(LINE.replace(b"\t", b" "))
    assert not FORMAT.recognises(b"")


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the public log samples are not here")
def test_real_lines_are_recognised_and_name_none_of_our_services():
    lines = SAMPLE.read_bytes()
    assert FORMAT.recognises(lines)
    assert [read_line(FORMAT, line) for line in lines.splitlines()] == [None] * 4


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the public log samples are not here")
def test_real_lines_about_another_host_are_read():
    network_error, page, *_ = SAMPLE.read_bytes().splitlines()
    refused = read_request(FORMAT, network_error.replace(b"incoming.telemetry.mozilla.org", b"facebook.com"))
    assert (refused.blocked, refused.user, refused.client, refused.octets) == (False, "", "127.0.0.1", 0)
    picture = read_request(FORMAT, page.replace(b"logincdn.msftauth.net", b"facebook.com"))
    assert (picture.octets, picture.ended_at - picture.began_at) == (621, 35)


@given(
    host=st.sampled_from(LISTED_HOSTS),
    octets=st.integers(0, 10**12),
    duration=st.integers(0, 10**7),
    user=st.from_regex(r"[A-Za-z][A-Za-z0-9 .@\\-]{0,20}[a-z]", fullmatch=True),
)
def test_what_e2guardian_writes_comes_back(host, octets, duration, user):
    line = protex(url=f"http://{host}/", octets=str(octets), duration=str(duration), user=user)
    request = read_request(FORMAT, line)
    assert (request.octets, request.user) == (octets, user)
    assert request.ended_at - request.began_at == duration


@given(damaged(LINE, protex(server="", extra=("a", "b"))))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes):
    assert_a_value(FORMAT, line)
    FORMAT.recognises(line)
