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
from staffroom.readers.logs.formats.sophos import FORMAT
from staffroom.records.requests import Grade

MOMENT = int(datetime(2026, 9, 7, 8, 1, 2, tzinfo=UTC).timestamp() * 1000)
FIREWALL = (
    b'<30>device_name="SFW" timestamp="2026-09-07T09:01:02+0100" device_model="X" log_id="050901616001" '
    b'log_type="Content Filtering" log_component="HTTP" log_subtype="Allowed" severity="Information" '
    b'user_name="jane@school.example" http_category="Social" url="https://www.facebook.com/a" '
    b'content_type="text/html" src_ip="10.0.0.5" dst_ip="192.0.2.1" bytes_sent=340 bytes_received=4120 '
    b'domain="www.facebook.com" http_status="200" referer="https://www.example.org/" con_id=1'
)
OLDER = (
    b'device="SFW" date=2026-09-07 time=09:01:02 timezone="BST" device_name="XG" log_id=050901616 '
    b'log_type="Content Filtering" log_component="HTTP" log_subtype="Allowed" status="" priority=Information '
    b'user_name="jane@school.example" category="Social" url="https://www.facebook.com/" contenttype="" '
    b'httpresponsecode="" src_ip=10.0.0.5 dst_ip=192.0.2.1 sent_bytes=591 recv_bytes=4120 '
    b'domain=www.facebook.com exceptions= status_code="200" transactionid= referer=""'
)
UTM = (
    b'2026:09:07-09:01:02 utm httpproxy[5207]: id="0001" severity="info" sys="SecureWeb" sub="http" '
    b'name="http access" action="pass" method="GET" srcip="10.0.0.5" dstip="192.0.2.1" user="jane" '
    b'ad_domain="SCHOOL" statuscode="200" cached="0" size="4120" request="0xe39" '
    b'url="http://www.facebook.com/a.css" referer="http://www.example.org/" error="" fullreqtime="9604908" '
    b'ua="Mozilla/5.0" content-type="text/css"'
)
every_product = pytest.mark.parametrize("line", [FIREWALL, OLDER, UTM])


@every_product
def test_both_products_say_who_when_and_how_much(line: bytes):
    request = read_request(FORMAT, line)
    assert (request.ended_at, request.client, request.octets) == (MOMENT, "10.0.0.5", 4120)
    assert request.user.startswith("jane")
    assert not request.blocked


def test_a_page_has_its_referer_and_its_content_type():
    request = read_request(FORMAT, FIREWALL)
    assert (request.referrer, request.content_type) == ("www.example.org", "text/html")
    assert request.grade == Grade.PAGE
    assert read_request(FORMAT, UTM).content_type == "text/css"


def test_a_connection_that_was_not_looked_into_has_no_referer():
    request = read_request(FORMAT, OLDER)
    assert (request.referrer, request.content_type) == (None, "")
    assert request.grade == Grade.NAME_AND_VOLUME


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        (FIREWALL, b'log_subtype="Allowed"', b'log_subtype="Denied"'),
        (OLDER, b'log_subtype="Allowed"', b'log_subtype="Denied"'),
        (UTM, b'action="pass"', b'action="block"'),
    ],
)
def test_what_the_filter_refused_is_an_attempt(line: bytes, old: bytes, new: bytes):
    assert read_request(FORMAT, line.replace(old, new)).blocked


def test_a_warning_that_was_passed_is_not_a_refusal():
    assert not read_request(FORMAT, FIREWALL.replace(b'"Allowed"', b'"Warned"')).blocked


@every_product
def test_half_of_an_authentication_is_no_request(line: bytes):
    assert read_line(FORMAT, line.replace(b'="200"', b'="407"')) is None


def test_the_utm_counts_microseconds_and_the_firewall_seconds():
    request = read_request(FORMAT, UTM)
    assert request.ended_at - request.began_at == 9_604
    request = read_request(FORMAT, FIREWALL + b" con_duration=12")
    assert request.ended_at - request.began_at == 12_000


@pytest.mark.parametrize(("zone", "hours"), [(b"BST", 0), (b"GMT", 1), (b"UTC", 1), (b"CEST", 0)])
def test_a_named_zone_is_used_where_it_means_one_thing(zone: bytes, hours: int):
    request = read_request(FORMAT, OLDER.replace(b'"BST"', b'"' + zone + b'"'))
    assert request.ended_at == MOMENT + hours * 3_600_000


def test_the_domain_stands_in_for_a_url_that_is_empty():
    line = FIREWALL.replace(b'url="https://www.facebook.com/a"', b'url=""')
    assert read_request(FORMAT, line).listing.name == "facebook.com"


def test_a_url_without_a_scheme_is_read():
    assert read_request(FORMAT, FIREWALL.replace(b"https://www.facebook", b"www.facebook")).octets == 4120


def test_other_logs_of_the_same_box_are_about_no_service():
    assert read_line(FORMAT, FIREWALL.replace(b"Content Filtering", b"Firewall")) is None
    assert read_line(FORMAT, UTM.replace(b'sub="http"', b'sub="packetfilter"')) is None


def test_a_line_cut_off_is_unreadable():
    assert "quotation mark" in read_unreadable(FORMAT, UTM[: UTM.index(b".com/")])
    assert read_unreadable(FORMAT, b"facebook.com") == "it has too few fields"
    assert read_unreadable(FORMAT, FIREWALL.replace(b"src_ip=", b"x=")) == "it has too few fields"


@pytest.mark.parametrize(
    "line",
    [
        FIREWALL.replace(b"2026-09-07T", b"2026-19-07T"),
        OLDER.replace(b"time=09", b"time=29"),
        UTM.replace(b"2026:09:07", b"2026:19:07"),
        UTM.replace(b"2026:09:07-09:01:02", b""),
    ],
)
def test_a_time_that_makes_no_sense_is_unreadable(line: bytes):
    assert read_unreadable(FORMAT, line) == "its time makes no sense"


def test_comments_damage_and_other_hosts():
    assert read_line(FORMAT, b"# facebook.com") is None
    assert read_line(FORMAT, FIREWALL.replace(b"www.facebook.com", b"www.example.org")) is None
    assert "NUL" in read_unreadable(FORMAT, UTM + b"\0")


@every_product
def test_the_format_is_recognised(line: bytes):
    assert FORMAT.recognises(line + b"\n" + line + b"\n")
    assert not FORMAT.recognises(b'date=2026-09-07 time=09:01:02 logid="1" type="utm" subtype="webfilter"\n')


@given(
    host=st.sampled_from(LISTED_HOSTS),
    octets=st.integers(0, 10**12),
    user=st.from_regex(r"[A-Za-z][A-Za-z0-9 .@-]{0,20}", fullmatch=True),
)
def test_what_a_firewall_writes_comes_back(host, octets, user):
    line = (
        'timestamp="2026-09-07T09:01:02+0100" log_type="Content Filtering" log_subtype="Allowed" '
        f'user_name="{user}" url="https://{host}/" src_ip="10.0.0.5" bytes_received={octets}'
    )
    request = read_request(FORMAT, line.encode())
    assert (request.octets, request.user, request.ended_at) == (octets, user, MOMENT)


@given(damaged(FIREWALL, OLDER, UTM))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes):
    assert_a_value(FORMAT, line)
    FORMAT.recognises(line)
