from __future__ import annotations

import json
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
from staffroom.readers.logs.formats.zscaler import FORMAT
from staffroom.records.requests import Grade

MOMENT = int(datetime(2026, 9, 7, 8, 1, 2, tzinfo=UTC).timestamp() * 1000)
NAMED = {
    "action": "Allowed",
    "responsesize": "4120",
    "requestsize": "65",
    "clienttranstime": "180",
    "requestmethod": "GET",
    "refererURL": "https://www.example.org/lesson",
    "location": "Main building",
    "ClientIP": "10.0.0.5",
    "status": "200",
    "user": "jane@school.example",
    "url": "www.facebook.com/a",
    "vendor": "Zscaler",
    "hostname": "www.facebook.com",
    "contenttype": "text/html",
}


def pairs(**changes: str) -> bytes:
    named = NAMED | changes
    return "\t".join(["2026-09-07 08:01:02", *(f"{key}={value}" for key, value in named.items())]).encode()


def event(**changes: str) -> bytes:
    named = {"datetime": "Mon Sep  7 08:01:02 2026", **NAMED, **changes}
    return json.dumps({"sourcetype": "zscalernss-web", "event": named}).encode()


def default(**changes: str) -> bytes:
    named = NAMED | changes
    fields = ["None"] * 34
    fields[0:5] = ["Mon Sep  7 08:01:02 2026", named["user"], "HTTP", named["url"], named["action"]]
    fields[7:11] = ["65", named["responsesize"], "0", named["clienttranstime"]]
    fields[19], fields[21], fields[23] = named["location"], named["ClientIP"], named["requestmethod"]
    fields[24], fields[26] = named["status"], named["refererURL"]
    return ",".join(f'"{field}"' for field in fields).encode()


HEADER = b"time\tlogin\turl\taction\trespsize\tcip\treqmethod\trespcode\tereferer\tctime\tcontenttype\n"


def table(**changes: str) -> bytes:
    named = NAMED | changes
    names = ("user", "url", "action", "responsesize", "ClientIP", "requestmethod", "status", "refererURL")
    values = [named[name] for name in (*names, "clienttranstime", "contenttype")]
    return "\t".join(["Mon Sep  7 08:01:02 2026", *values]).encode()


every_shape = pytest.mark.parametrize(
    ("write", "head"), [(pairs, b""), (event, b""), (default, b""), (table, HEADER)]
)


@every_shape
def test_all_four_shapes_say_the_same(write, head: bytes):
    request = read_request(FORMAT, write(), head)
    assert (request.began_at, request.ended_at) == (MOMENT - 180, MOMENT)
    assert (request.client, request.user, request.octets) == ("10.0.0.5", "jane@school.example", 4120)
    assert (request.referrer, request.grade, request.blocked) == ("www.example.org", Grade.PAGE, False)
    assert request.content_type in ("text/html", None)


@every_shape
def test_what_zscaler_refused_is_an_attempt(write, head: bytes):
    assert read_request(FORMAT, write(action="Blocked"), head).blocked


@every_shape
def test_half_of_an_authentication_is_no_request(write, head: bytes):
    assert read_line(FORMAT, write(status="407"), head) is None


@every_shape
def test_a_tunnel_has_no_referer_of_its_own(write, head: bytes):
    request = read_request(FORMAT, write(requestmethod="CONNECT", refererURL="None"), head)
    assert (request.referrer, request.grade) == (None, Grade.NAME_AND_VOLUME)


@every_shape
def test_none_is_zscalers_word_for_nothing(write, head: bytes):
    assert read_request(FORMAT, write(refererURL="None"), head).referrer == ""
    assert read_request(FORMAT, write(user="None"), head).user == ""


@pytest.mark.parametrize("write", [pairs, event, default])
def test_a_user_who_is_the_location_again_is_none(write):
    assert read_request(FORMAT, write(user="Main building")).user == ""


@every_shape
def test_other_hosts_are_nothing(write, head: bytes):
    assert (
        read_line(FORMAT, write(url="www.example.org/facebook.com", hostname="www.example.org"), head) is None
    )


def test_times_are_gmt_unless_the_feed_says_another_zone():
    assert read_request(FORMAT, pairs(), timezone="Europe/London").ended_at == MOMENT
    assert read_request(FORMAT, pairs(tz="GMT")).ended_at == MOMENT
    assert read_request(FORMAT, pairs(tz="Europe/London")).ended_at == MOMENT - 3_600_000


def test_the_header_of_a_table_is_nothing():
    assert read_line(FORMAT, HEADER.rstrip(), HEADER) is None


def test_a_line_cut_off_is_unreadable():
    assert read_unreadable(FORMAT, event()[:-5]) == "the line is not whole JSON"
    assert "quotation mark" in read_unreadable(FORMAT, default()[:60])
    assert read_unreadable(FORMAT, pairs()[:40]) == "it has too few fields"


def test_a_time_that_makes_no_sense_and_damage_are_unreadable():
    assert read_unreadable(FORMAT, pairs().replace(b"2026-09", b"2026-19")) == "its time makes no sense"
    assert "NUL" in read_unreadable(FORMAT, pairs() + b"\0")


def test_comments_and_empty_lines_are_nothing():
    assert read_line(FORMAT, b"# facebook.com") is None
    assert read_line(FORMAT, b"\r") is None


@every_shape
def test_every_shape_is_recognised(write, head: bytes):
    assert FORMAT.recognises(head + write() + b"\n" + write() + b"\n")


def test_other_tables_pairs_and_json_are_not():
    assert not FORMAT.recognises(b"")
    assert not FORMAT.recognises(b"time\tuser\turl\n")
    assert not FORMAT.recognises(b'{"ts": 1, "host": "www.facebook.com"}\n')
    assert not FORMAT.recognises(b"2026-09-07\taction=Allowed\tvendor=Other\n")


@given(
    host=st.sampled_from(LISTED_HOSTS),
    octets=st.integers(0, 10**12),
    user=st.from_regex(r"[a-z][a-z0-9.-]{4,20}@school\.example", fullmatch=True),
    shape=st.sampled_from([(pairs, b""), (event, b""), (default, b""), (table, HEADER)]),
)
def test_what_a_feed_writes_comes_back(host, octets, user, shape):
    write, head = shape
    request = read_request(
        FORMAT, write(url=f"{host}/a", hostname=host, responsesize=str(octets), user=user), head
    )
    assert (request.octets, request.user) == (octets, user)


@given(damaged(pairs(), event(), default(), table()), st.sampled_from([b"", HEADER]))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes, head: bytes):
    assert_a_value(FORMAT, line, head)
    FORMAT.recognises(line)
