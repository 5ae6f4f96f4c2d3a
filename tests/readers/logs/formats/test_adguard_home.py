"""Does AdGuard Home's query log become lookups?"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.logs.formats.made_listings import at, made_context, mangled
from staffroom.readers.logs.formats.adguard_home import FORMAT
from staffroom.records.requests import Grade, Request, Unreadable

ENTRY = {
    "T": "2026-09-07T09:01:02.123456789+01:00",
    "QH": "www.facebook.com",
    "QT": "A",
    "QC": "IN",
    "CP": "",
    "Answer": "AAAAAA==",
    "IP": "10.0.0.5",
    "Result": {},
    "Elapsed": 1234567,
}


def line_of(**changes: object) -> bytes:
    return json.dumps(ENTRY | changes, separators=(",", ":")).encode()


def read(line: bytes) -> Request | Unreadable | None:
    return FORMAT.open(b"", made_context()).read(line)


def test_a_query_is_a_lookup_at_its_own_offset() -> None:
    request = read(line_of())

    assert isinstance(request, Request)
    assert request.listing.service == "facebook"
    assert request.client == "10.0.0.5"
    assert request.began_at == request.ended_at == at("2026-09-07T08:01:02.123")
    assert request.grade is Grade.NAME_LOOKED_UP
    assert (request.user, request.octets, request.blocked) == ("", None, False)


def test_a_time_without_an_offset_is_of_the_school() -> None:
    assert read(line_of(T="2026-09-07T09:01:02.123")) == read(line_of())
    assert read(line_of(T="2026-09-07T08:01:02.123Z")) == read(line_of())


@pytest.mark.parametrize(
    ("result", "blocked"),
    [
        ({"IsFiltered": True, "Reason": 3, "Rules": [{"Text": "||facebook.com^", "FilterListID": 1}]}, True),
        ({"IsFiltered": True, "Reason": 8, "ServiceName": "facebook"}, True),
        ({"IsFiltered": True, "Reason": 3, "Rule": "||facebook.com^", "FilterID": 1}, True),  # before 0.105
        ({"Reason": 1}, False),
        ({"IsFiltered": False, "Reason": 3}, False),
        ({"IsFiltered": True, "Reason": 7}, False),
        ({"IsFiltered": "true"}, False),
        ([], False),
        (None, False),
    ],
)
def test_a_lookup_is_blocked_where_it_was_filtered_but_not_by_safe_search(
    result: object, blocked: bool
) -> None:
    request = read(line_of(Result=result))

    assert isinstance(request, Request)
    assert request.blocked is blocked


def test_the_order_of_keys_and_spaces_do_not_matter() -> None:
    turned = dict(reversed(ENTRY.items()))

    assert read(json.dumps(turned).encode()) == read(line_of())
    assert read(line_of() + b"\r\n") == read(line_of())


@pytest.mark.clause("CON-1")
def test_a_name_that_is_not_listed_is_nothing() -> None:
    assert read(line_of(QH="union.example")) is None
    assert read(line_of(QH="union.example", Answer="www.facebook.com")) is None


def test_of_a_host_named_twice_the_one_that_counts_is_the_last() -> None:
    assert read(line_of().replace(b"}", b'},"QH":"union.example"', 1)) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (line_of()[:-5], "the line is no JSON that can be read"),
        (line_of(T="yesterday"), "its time makes no sense"),
        (line_of(T=12), "its time makes no sense"),
        (line_of(IP="pc-12"), "the address of the machine cannot be read"),
        (line_of(IP=None), "the address of the machine cannot be read"),
        (line_of()[:-1] + b',"x":' + b"[" * 100_000, "the line is no JSON that can be read"),
        (line_of()[:-1] + b',"x":"' + b"y" * 1_000_000 + b'"}', "the line is no JSON that can be read"),
    ],
)
def test_a_broken_line_about_a_listed_name_says_why_and_nothing_of_itself(line: bytes, reason: str) -> None:
    assert read(line) == Unreadable(reason)


def test_it_recognises_its_own_lines_only() -> None:
    assert FORMAT.recognises(line_of() + b"\n" + line_of())
    assert FORMAT.recognises(b"\xef\xbb\xbf" + json.dumps(ENTRY).encode())
    assert not FORMAT.recognises(b'{"ts":1.0,"id.orig_h":"10.0.0.5","query":"www.facebook.com","qtype":1}')
    assert not FORMAT.recognises(b"")


@given(st.one_of(st.binary(max_size=200), mangled(line_of())))
def test_no_line_is_ever_too_broken(line: bytes) -> None:
    answer = read(line)

    assert answer is None or isinstance(answer, Request | Unreadable)
    assert FORMAT.recognises(line) in (True, False)
