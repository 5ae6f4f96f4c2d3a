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
from staffroom.readers.logs.formats.palo_alto import FORMAT
from staffroom.records.requests import Grade

MOMENT = int(datetime(2026, 9, 7, 8, 1, 2, tzinfo=UTC).timestamp() * 1000)


def syslog(
    url: str = '"www.facebook.com/"',
    action: str = "alert",
    user: str = "school\\jane",
    content_type: str = "",
    referrer: str = "",
    kind: str = "THREAT,url",
    stamp: str = "2026/09/07 09:01:02",
) -> bytes:
    """Write the fields in the order of PAN-OS 10.1."""
    front = f"1,2026/09/07 09:01:03,001,{kind},1,{stamp},10.0.0.5,192.0.2.1,0.0.0.0,0.0.0.0,rule,{user},"
    middle = "ssl,vsys1,LAN,WAN,e1,e2,forward,2026/09/07 09:01:03,5,1,50000,443,0,0,0x400,tcp,"
    last = (
        f"{action},{url},(9999),social-networking,informational,client-to-server,7,0x0,UK,US,,{content_type}"
    )
    return f"{front},{middle}{last},0,,,0,agent,,,{referrer},,,".encode()


LINE = syslog()
EXPORT_HEAD = (
    b'"Domain","Receive Time","Serial #","Type","Threat/Content Type","Generate Time","Source address",'
    b'"Source User","Action","URL/Filename"\n'
)
EXPORT = (
    b'"1","2026/09/07 09:01:03","001","THREAT","url","2026/09/07 09:01:02","10.0.0.5","school\\jane","alert",'
    b'"www.facebook.com/a,b"'
)


def test_a_line_of_syslog_is_read_whole():
    request = read_request(FORMAT, LINE)
    assert (request.began_at, request.ended_at) == (MOMENT, MOMENT)
    assert (request.client, request.user) == ("10.0.0.5", "school\\jane")
    assert (request.octets, request.referrer, request.content_type) == (None, None, None)
    assert (request.grade, request.blocked) == (Grade.NAME, False)


def test_a_decrypted_page_has_its_referer_and_its_content_type():
    line = syslog(content_type="text/html", referrer='"https://www.example.org/a"')
    request = read_request(FORMAT, line)
    assert (request.referrer, request.content_type) == ("www.example.org", "text/html")
    assert request.grade == Grade.PAGE


def test_a_page_without_a_referer_was_typed_in():
    assert read_request(FORMAT, syslog(content_type="text/html")).referrer == ""


@pytest.mark.parametrize("action", ["block-url", "block-continue", "deny", "drop", "reset-both"])
def test_what_the_firewall_refused_is_an_attempt(action: str):
    assert read_request(FORMAT, syslog(action=action)).blocked


@pytest.mark.parametrize("action", ["alert", "allow", "continue", "override"])
def test_what_the_firewall_let_through_is_no_attempt(action: str):
    assert not read_request(FORMAT, syslog(action=action)).blocked


def test_a_url_may_hold_commas_and_a_port():
    assert read_request(FORMAT, syslog(url='"www.facebook.com:443/a,b,c"')).user == "school\\jane"


def test_lines_of_other_kinds_are_about_no_service():
    assert read_line(FORMAT, syslog(kind="THREAT,vulnerability")) is None
    assert read_line(FORMAT, syslog(kind="TRAFFIC,end")) is None


def test_a_prefix_of_syslog_changes_nothing():
    assert read_request(FORMAT, b"Sep  7 09:01:03 gate " + LINE) == read_request(FORMAT, LINE)


def test_a_time_with_its_own_offset_is_not_local():
    line = syslog(stamp="2026-09-07T08:01:02.000000Z")
    assert read_request(FORMAT, line, timezone="Asia/Tokyo").ended_at == MOMENT


def test_an_export_with_a_header_says_the_same():
    assert read_request(FORMAT, EXPORT, EXPORT_HEAD) == read_request(FORMAT, LINE)
    assert read_line(FORMAT, EXPORT_HEAD.rstrip(), EXPORT_HEAD) is None


def test_an_export_may_call_its_column_url():
    head = EXPORT_HEAD.replace(b"URL/Filename", b"URL")
    assert read_request(FORMAT, EXPORT, head).client == "10.0.0.5"


def test_a_line_cut_off_is_unreadable():
    assert read_unreadable(FORMAT, LINE[: LINE.index(b",alert")]) == "it has too few fields"
    assert "quotation mark" in read_unreadable(FORMAT, LINE[: LINE.index(b".com/")])
    assert read_unreadable(FORMAT, b"facebook.com") == "it has too few fields"


def test_a_time_that_makes_no_sense_and_damage_are_unreadable():
    assert read_unreadable(FORMAT, syslog(stamp="2026/19/07 09:01:02")) == "its time makes no sense"
    assert "NUL" in read_unreadable(FORMAT, LINE + b"\0")


def test_comments_and_other_hosts_are_nothing():
    assert read_line(FORMAT, b"# facebook.com") is None
    assert read_line(FORMAT, syslog(url='"www.example.org/facebook.com"')) is None


def test_both_shapes_are_recognised():
    assert FORMAT.recognises(LINE + b"\n" + syslog(kind="TRAFFIC,end") + b"\n")
    assert FORMAT.recognises(b"\xef\xbb\xbf" + EXPORT_HEAD + EXPORT)
    assert not FORMAT.recognises(b"a,b,c,d,e,f,g,h,i\n")
    assert not FORMAT.recognises(b"")


@given(
    host=st.sampled_from(LISTED_HOSTS),
    path=st.from_regex(r"(/[a-z0-9,;=?]{0,30})?", fullmatch=True),
    user=st.from_regex(r"[a-z][a-z0-9 .@-]{0,20}[a-z]", fullmatch=True),
)
def test_what_a_firewall_writes_comes_back(host, path, user):
    request = read_request(FORMAT, syslog(url=f'"{host}{path}"', user=user))
    assert (request.user, request.client) == (user, "10.0.0.5")


@given(damaged(LINE, EXPORT, EXPORT_HEAD), st.sampled_from([LINE, EXPORT_HEAD]))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes, head: bytes):
    assert_a_value(FORMAT, line, head)
    FORMAT.recognises(line)
