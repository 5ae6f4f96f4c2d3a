"""Does every format on the shelf answer anything at all with a value, and say nothing of it?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readers.logs.made_context import NAMES, made_context
from staffroom.readers.logs import shelf
from staffroom.records.requests import Request, Unreadable
from traffic import made_traffic
from traffic.made_traffic import a_day

FORMATS = {one.name: one for one in map(shelf.built_in, shelf.BUILT_IN)}
SECRETS = ("qzqz-secret", "/page/one/of/many")
WRITERS = ("squid", "combined", "recommended", "zeek_http", "zeek_http_json", "dnsmasq")
SAMPLES = [
    line.replace(b"chirp.example", b"facebook.com")
    for writer in WRITERS
    for line in getattr(made_traffic, writer)(a_day()[:2]).splitlines()
]
NAMED = st.sampled_from(
    [b"www.facebook.com", b"qzqz-secret", b'"', b"=", b",", b"\t", b" ", b"|", b"{", b"}", b":", b"\\", b"-"]
)
LINES = st.one_of(
    st.binary(max_size=300),
    st.lists(st.one_of(NAMED, st.binary(max_size=12)), max_size=30).map(b"".join),
    st.tuples(st.sampled_from(SAMPLES), st.integers(0, 200), st.integers(0, 200), st.binary(max_size=9)).map(
        lambda torn: torn[0][: torn[1]] + torn[3] + torn[0][max(torn[1:3]) :]
    ),
).map(lambda line: line.replace(b"\n", b""))


@pytest.mark.parametrize("name", FORMATS)
@given(head=st.lists(LINES, max_size=4), lines=st.lists(LINES, max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_give_requests_or_unreadable_and_never_an_exception(name, head, lines):
    reader = FORMATS[name].open(b"\n".join(head), made_context())
    for line in [*head, *lines]:
        answer = reader.read(line)
        assert answer is None or isinstance(answer, (Request, Unreadable))
        if isinstance(answer, Unreadable):
            assert not any(secret in answer.reason for secret in SECRETS)
            assert answer.reason.isprintable()
        if isinstance(answer, Request):
            assert answer.began_at <= answer.ended_at
            assert answer.listing.name in NAMES


@pytest.mark.parametrize("name", FORMATS)
@given(head=st.one_of(st.binary(max_size=500), st.lists(LINES, max_size=6).map(b"\n".join)))
@settings(max_examples=40, deadline=None)
def test_any_head_is_recognised_or_not_and_never_an_exception(name, head):
    assert FORMATS[name].recognises(head) in (True, False)


@pytest.mark.parametrize("place", shelf.BUILT_IN)
def test_every_format_has_a_test_of_its_own_that_damages_its_lines(place):
    test = Path(__file__).parent / "formats" / f"test_{place}.py"
    assert "@given" in test.read_text("utf-8")
