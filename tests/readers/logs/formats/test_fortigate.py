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
from staffroom.readers.logs.formats.fortigate import FORMAT
from staffroom.records.requests import Grade

MOMENT = int(datetime(2026, 9, 7, 8, 1, 2, tzinfo=UTC).timestamp() * 1000)
START = b'date=2026-09-07 time=09:01:02 devname="gate" devid="FG100" '
WEB = (
    START + b'eventtime=1788768062000000000 tz="+0100" logid="0317013312" type="utm" subtype="webfilter" '
    b'eventtype="ftgd_allow" level="notice" vd="root" user="SCHOOL\\jane" srcip=10.0.0.5 srcport=50000 '
    b'service="HTTPS" hostname="www.facebook.com" action="passthrough" url="https://www.facebook.com/a" '
    b'sentbyte=517 rcvdbyte=4120 direction="outgoing" msg="URL belongs to an allowed category" cat=37'
)
LOOKUP = (
    START + b'eventtime=1788768062000000000 tz="+0100" logid="1501054802" type="utm" subtype="dns" '
    b'eventtype="dns-response" srcip=10.0.0.5 qname="m.tiktok.com" qtype="A" action="pass" rcvdbyte=90'
)
TRAFFIC = (
    START + b'logid="0000000013" type="traffic" subtype="forward" srcip=10.0.0.5 dstip=192.0.2.1 '
    b'action="accept" app="Facebook" url="facebook.com" duration=60 rcvdbyte=9'
)


def test_a_line_of_the_web_filter_is_read_whole():
    request = read_request(FORMAT, WEB)
    assert (request.began_at, request.ended_at) == (MOMENT, MOMENT)
    assert (request.client, request.user, request.octets) == ("10.0.0.5", "SCHOOL\\jane", 4120)
    assert (request.grade, request.referrer, request.blocked) == (Grade.NAME_AND_VOLUME, None, False)


def test_a_referer_makes_it_a_page():
    request = read_request(FORMAT, WEB + b' referralurl="https://www.example.org/lesson"')
    assert (request.referrer, request.grade) == ("www.example.org", Grade.PAGE)


@pytest.mark.parametrize("action", [b"blocked", b"block", b"Deny"])
def test_what_the_filter_refused_is_an_attempt(action: bytes):
    assert read_request(FORMAT, WEB.replace(b"passthrough", action)).blocked


def test_a_lookup_is_no_more_than_a_lookup():
    request = read_request(FORMAT, LOOKUP)
    assert (request.grade, request.octets, request.listing.name) == (Grade.NAME_LOOKED_UP, None, "tiktok.com")


@pytest.mark.parametrize("action", [b"block", b"redirect"])
def test_a_lookup_that_was_refused_is_an_attempt(action: bytes):
    assert read_request(FORMAT, LOOKUP.replace(b'"pass"', b'"' + action + b'"')).blocked


def test_traffic_that_names_no_host_is_about_no_service():
    assert read_line(FORMAT, TRAFFIC) is None


def test_web_traffic_with_a_host_began_its_duration_before_it_ended():
    request = read_request(FORMAT, TRAFFIC + b' hostname="www.facebook.com"')
    assert request.ended_at - request.began_at == 60_000


@pytest.mark.parametrize(
    "eventtime", [b"1788768062", b"1788768062000", b"1788768062000000", b"1788768062000000000"]
)
def test_the_event_time_is_read_in_every_unit(eventtime: bytes):
    assert read_request(FORMAT, WEB.replace(b"1788768062000000000", eventtime)).ended_at == MOMENT


def test_without_an_event_time_date_time_and_offset_say_when():
    line = WEB.replace(b"eventtime=1788768062000000000 ", b"")
    assert read_request(FORMAT, line, timezone="Asia/Tokyo").ended_at == MOMENT


def test_without_an_offset_times_are_in_the_schools_zone():
    line = WEB.replace(b'eventtime=1788768062000000000 tz="+0100" ', b"")
    assert read_request(FORMAT, line).ended_at == MOMENT


def test_a_syslog_prefix_changes_nothing():
    assert read_request(FORMAT, b"<189>Sep  7 09:01:02 gate " + WEB) == read_request(FORMAT, WEB)


def test_an_unauthenticated_user_is_better_than_none():
    assert read_request(FORMAT, WEB.replace(b" user=", b" unauthuser=")).user == "SCHOOL\\jane"
    assert read_request(FORMAT, WEB.replace(b'user="SCHOOL\\jane"', b'user=""')).user == ""


def test_pairs_inside_a_url_cannot_pass_for_the_lines_own():
    line = WEB.replace(b"www.facebook.com/a", rb"www.facebook.com/?x=\" srcip=10.9.9.9 user=\"mallory\"")
    request = read_request(FORMAT, line)
    assert (request.client, request.user) == ("10.0.0.5", "SCHOOL\\jane")


def test_a_line_cut_off_is_unreadable():
    assert "quotation mark" in read_unreadable(FORMAT, WEB[: WEB.index(b".com")])
    assert read_unreadable(FORMAT, b"facebook.com") == "it has too few fields"
    assert read_unreadable(FORMAT, WEB.replace(b"srcip=", b"x=")) == "it has too few fields"


def test_times_that_make_no_sense_and_damage_are_unreadable():
    assert "time" in read_unreadable(
        FORMAT, WEB.replace(b"1788768062000000000", b"0").replace(b"2026", b"1926")
    )
    assert "NUL" in read_unreadable(FORMAT, WEB + b"\0")


def test_comments_and_other_hosts_are_nothing():
    assert read_line(FORMAT, b"# facebook.com") is None
    assert read_line(FORMAT, WEB.replace(b"www.facebook.com", b"www.example.org")) is None


def test_the_format_is_recognised():
    assert FORMAT.recognises(WEB + b"\n" + TRAFFIC + b"\n")
    assert not FORMAT.recognises(b'log_type="Content Filtering" url="x"\n')


@given(
    host=st.sampled_from(LISTED_HOSTS),
    octets=st.integers(0, 10**12),
    user=st.from_regex(r"[A-Za-z][A-Za-z0-9 .@-]{0,20}", fullmatch=True),
    seconds=st.integers(946_684_800, 4_102_444_799),
)
def test_what_a_fortigate_writes_comes_back(host, octets, user, seconds):
    line = (
        f'type="utm" subtype="webfilter" eventtime={seconds}000000000 srcip=10.0.0.5 hostname="{host}" '
        f'user="{user}" action="passthrough" rcvdbyte={octets}'
    )
    request = read_request(FORMAT, line.encode())
    assert (request.octets, request.user, request.ended_at) == (octets, user, seconds * 1000)


@given(damaged(WEB, LOOKUP, TRAFFIC))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes):
    assert_a_value(FORMAT, line)
    FORMAT.recognises(line)
