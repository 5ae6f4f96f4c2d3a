"""Does BIND's query log become lookups?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.logs.formats.made_listings import SAMPLES, at, made_context, mangled
from staffroom.readers.logs.formats.bind import FORMAT
from staffroom.records.requests import Grade, Request, Unreadable

CLIENT = b"client @0x7f264c465b08 10.0.0.5#56256 (www.facebook.com)"
QUESTION = b": query: www.facebook.com IN A +E(0)K (10.0.0.1)"
QUERY = b"07-Sep-2026 09:01:02.000 queries: info: " + CLIENT + QUESTION


def read(line: bytes) -> Request | Unreadable | None:
    return FORMAT.open(b"", made_context()).read(line)


def test_a_query_is_a_lookup_by_its_client_in_local_time() -> None:
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
        b"07-Sep-2026 09:01:02 " + CLIENT + QUESTION,
        b"07-Sep-2026 09:01:02.000 info: " + CLIENT + QUESTION,
        b"2026-09-07T08:01:02.000Z queries: info: " + CLIENT + QUESTION,
        b"2026-09-07T09:01:02.000 queries: info: " + CLIENT + QUESTION,
        b"07-Sep-2026 09:01:02.000 client 10.0.0.5#56256" + QUESTION,
        b"07-Sep-2026 09:01:02.000 client 10.0.0.5#56256: view internal" + QUESTION,
        b"07-Sep-2026 09:01:02.000 queries: info: " + CLIENT + b": view internal" + QUESTION,
        QUERY.replace(b" IN A +", b" IN HTTPS -"),
        QUERY.replace(b" IN A +", b" IN TYPE65 +") + b" [ECS 10.0.0.0/24/0]",
        QUERY.replace(b"query: www.facebook.com", b"query: WwW.fAcEbOoK.cOm."),
        b"Sep  7 09:01:02 ns1 named[1630972]: " + CLIENT + QUESTION,
        b"Sep  7 09:01:02 ns1 named[1630972]: queries: info: " + CLIENT + QUESTION,
        b"<158>Sep  7 15:55:00 ns1 named[1630972]: 2026-09-07T08:01:02.000Z queries: info: "
        + CLIENT
        + QUESTION,
        QUERY + b"\r",
    ],
)
def test_every_way_of_writing_a_query_gives_the_same_lookup(line: bytes) -> None:
    assert read(line) == read(QUERY)


def test_a_client_with_an_ipv6_address_is_read_whole() -> None:
    request = read(QUERY.replace(b"10.0.0.5#", b"2001:db8::5#"))

    assert isinstance(request, Request)
    assert request.client == "2001:db8::5"


@pytest.mark.parametrize(
    "message",
    [
        CLIENT + b": rpz QNAME NXDOMAIN rewrite www.facebook.com/A/IN via facebook.com.rpz.example",
        CLIENT + b": query failed (REFUSED) for www.facebook.com/IN/A at query.c:5671",
        CLIENT + b": query (cache) 'www.facebook.com/A/IN' denied (allow-query-cache did not match)",
        b"timed out resolving 'www.facebook.com/A/IN': 192.0.2.53#53",
    ],
)
def test_what_is_no_query_is_passed_over(message: bytes) -> None:
    assert read(b"07-Sep-2026 09:01:02.000 " + message) is None


@pytest.mark.clause("CON-1")
def test_a_name_that_is_not_listed_is_nothing() -> None:
    assert read(QUERY.replace(b"query: www.facebook.com", b"query: union.example")) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (QUERY[: QUERY.index(b" IN A")], "the line is cut off"),
        (QUERY.replace(b" client ", b" cl"), "the line is cut off"),
        (QUERY.replace(b"10.0.0.5#", b"pc-12#"), "the address of the machine cannot be read"),
        (CLIENT + QUESTION, "its time makes no sense"),
        (QUERY.replace(b"07-Sep", b"31-Sep"), "its time makes no sense"),
    ],
)
def test_a_broken_line_about_a_listed_name_says_why_and_nothing_of_itself(line: bytes, reason: str) -> None:
    assert read(line) == Unreadable(reason)


def test_it_recognises_its_own_lines_only() -> None:
    assert FORMAT.recognises(QUERY)
    assert FORMAT.recognises(b"noise\n07-Sep-2026 09:01:02 client 10.0.0.5#56256: view inside" + QUESTION)
    assert not FORMAT.recognises(b"07-Sep-2026 09:01:02.000 notify: info: zone example/IN: sending notify\n")
    assert not FORMAT.recognises(b"")


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of shared samples is not there")
def test_published_lines_are_recognised_and_their_queries_read() -> None:
    text = (SAMPLES / "bind/datadog_bind9_tests.yaml").read_text()
    lines = [line.strip()[len('sample: "') : -1].encode() for line in text.splitlines() if "sample: " in line]
    queries = [line for line in lines if b": query: " in line]
    assert len(queries) == 2

    for line in queries:
        request = read(line.replace(b"google.com", b"facebook.com").replace(b"example.com", b"facebook.com"))
        assert isinstance(request, Request)
        assert FORMAT.recognises(line)
        assert request.client == "10.10.10.10"
    assert [read(line) for line in lines] == [None] * len(lines)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of shared samples is not there")
def test_of_two_times_in_a_published_line_the_servers_own_counts() -> None:
    text = (SAMPLES / "bind/datadog_bind9_tests.yaml").read_text()
    line = next(line for line in text.splitlines() if "<158>" in line).strip()[len('sample: "') : -1]
    request = read(line.replace("google.com", "facebook.com").encode())

    assert isinstance(request, Request)
    assert request.began_at == 1_726_827_626_751  # the sample's own `timestamp`


@given(st.one_of(st.binary(max_size=200), mangled(QUERY)))
def test_no_line_is_ever_too_broken(line: bytes) -> None:
    answer = read(line)

    assert answer is None or isinstance(answer, Request | Unreadable)
    assert FORMAT.recognises(line) in (True, False)
