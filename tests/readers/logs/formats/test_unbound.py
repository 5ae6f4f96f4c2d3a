"""Does unbound's log become lookups, one for each?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.logs.formats.made_listings import at, made_context, mangled
from staffroom.readers.logs.formats.unbound import FORMAT
from staffroom.records.requests import Grade, Request, Unreadable

SECONDS = at("2026-09-07T08:01:02") // 1000
QUERY = b"[%d] unbound[417:0] info: 10.0.0.5 www.facebook.com. A IN" % SECONDS
REPLY = QUERY + b" NOERROR 0.012345 0 61"


def read(line: bytes, head: bytes = b"") -> Request | Unreadable | None:
    return FORMAT.open(head, made_context()).read(line)


def test_a_query_is_a_lookup_by_its_client() -> None:
    request = read(QUERY)

    assert isinstance(request, Request)
    assert request.listing.service == "facebook"
    assert request.client == "10.0.0.5"
    assert request.began_at == request.ended_at == at("2026-09-07T08:01:02")
    assert request.grade is Grade.NAME_LOOKED_UP
    assert (request.user, request.octets, request.blocked) == ("", None, False)


@pytest.mark.parametrize(
    "line",
    [
        b"[%d] unbound[417:a] query: 10.0.0.5 www.facebook.com. HTTPS IN" % SECONDS,
        b"[%d] unbound[417:0] info: 10.0.0.5 www.facebook.com. TYPE65 IN" % SECONDS,
        b"Sep 07 09:01:02 unbound[417:0] info: 10.0.0.5 WWW.Facebook.Com. AAAA IN",
        b"2026-09-07T09:01:02.000+01:00 unbound[417:0] info: 10.0.0.5 www.facebook.com. A IN",
        b"Sep  7 09:01:02 gateway unbound[417]: [417:0] info: 10.0.0.5 www.facebook.com. A IN",
        b"<30>Sep  7 09:01:02 gateway unbound: [417:2] query: 10.0.0.5 www.facebook.com. A IN",
        b"<30>1 2026-09-07T08:01:02Z gateway unbound 417 - - unbound[417]: [417:2] info: "
        b"10.0.0.5 www.facebook.com. A IN",
        QUERY + b"\r",
    ],
)
def test_every_way_of_writing_a_query_gives_the_same_lookup(line: bytes) -> None:
    assert read(line) == read(QUERY)


def test_a_reply_is_not_counted_beside_its_query() -> None:
    for reply in (REPLY, REPLY.replace(b"info:", b"reply:")):
        assert read(reply, head=QUERY + b"\n" + reply) is None


def test_replies_count_where_the_log_holds_no_queries() -> None:
    assert read(REPLY, head=b"noise\n" + REPLY + b"\n") == read(QUERY)
    assert read(QUERY, head=REPLY + b"\n") is None


@pytest.mark.parametrize(
    "message",
    [
        b"resolving www.facebook.com. A IN",
        b"response for www.facebook.com. A IN",
        b"reply from <facebook.com.> 192.0.2.53#53",
        b"facebook.com. always_nxdomain 10.0.0.5@40123 www.facebook.com. A IN",
        b"validation success www.facebook.com. A IN",
    ],
)
def test_a_message_that_does_not_begin_with_a_client_is_passed_over(message: bytes) -> None:
    assert read(b"[%d] unbound[417:0] info: " % SECONDS + message) is None


@pytest.mark.clause("CON-1")
def test_a_name_that_is_not_listed_is_nothing() -> None:
    assert read(QUERY.replace(b"www.facebook.com.", b"union.example.")) is None
    assert read(QUERY.replace(b"www.facebook.com.", b"www.facebook.com.union.example.")) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (QUERY[:-5], "the line is cut off"),
        (QUERY.replace(b"[1", b"[9"), "its time makes no sense"),
        (QUERY.replace(b"[1", b"[x"), "its time makes no sense"),
        (QUERY.partition(b" ")[2], "its time makes no sense"),
    ],
)
def test_a_broken_line_about_a_listed_name_says_why_and_nothing_of_itself(line: bytes, reason: str) -> None:
    assert read(line) == Unreadable(reason)


def test_it_recognises_its_own_lines_only() -> None:
    assert FORMAT.recognises(b"[%d] unbound[417:0] notice: init module 0: validator\n" % SECONDS)
    assert FORMAT.recognises(b"Sep  7 09:01:02 gateway unbound[417]: [417:0] info: start of service\n")
    assert not FORMAT.recognises(b"Sep  7 09:01:02 gateway sshd[1]: unbound\n")
    assert not FORMAT.recognises(b"")


@given(st.one_of(st.binary(max_size=200), mangled(QUERY)))
def test_no_line_is_ever_too_broken(line: bytes) -> None:
    answer = read(line, head=line)

    assert answer is None or isinstance(answer, Request | Unreadable)
    assert FORMAT.recognises(line) in (True, False)
