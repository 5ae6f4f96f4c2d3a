"""Do Zeek's logs in JSON say the same as in tabs?"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.logs.formats.made_listings import SAMPLES, made_context, mangled
from readers.logs.formats.made_zeek import EMBED, HELLO, LOOKUP, VISIT, head_of, in_json, tabbed
from staffroom.readers.logs.formats import zeek_tabbed
from staffroom.readers.logs.formats.zeek_json import FORMAT
from staffroom.records.requests import Grade, Request, Unreadable

TUNNEL = VISIT | {"method": "CONNECT", "uri": "www.facebook.com:443", "status_code": "403"}


def read(line: bytes) -> Request | Unreadable | None:
    return FORMAT.open(b"", made_context()).read(line)


def read_tabbed(log: str, row: dict[str, str]) -> Request | Unreadable | None:
    lines = zeek_tabbed.FORMAT.open(b"\n".join(head_of(log)), made_context())
    return lines.read(tabbed(log, row))


@pytest.mark.parametrize(
    ("log", "row"),
    [
        ("http", VISIT),
        ("http", EMBED),
        ("http", TUNNEL),
        ("http", VISIT | {"status_code": "407"}),
        ("http", VISIT | {"resp_mime_types": "image/png,text/html", "proxied": "VIA -> a,VIA -> b"}),
        ("http", VISIT | {"host": "union.example"}),
        ("ssl", HELLO),
        ("ssl", HELLO | {"established": "F"}),
        ("dns", LOOKUP),
        ("dns", LOOKUP | {"query": "WWW.FACEBOOK.COM", "answers": "192.0.2.80,192.0.2.81"}),
        ("http", VISIT | {"id.orig_h": "2001:db8::5"}),
        ("http", VISIT | {"id.orig_h": "pc-12"}),
    ],
)
def test_the_same_traffic_gives_the_same_request_in_tabs_and_in_json(log: str, row: dict[str, str]) -> None:
    expected = read_tabbed(log, row)

    assert read(in_json(row)) == expected
    assert read(in_json(row, _path=log)) == expected


def test_each_log_has_its_grade() -> None:
    found = [read(in_json(row)) for row in (VISIT, HELLO, LOOKUP)]

    assert [one.grade for one in found if isinstance(one, Request)] == [
        Grade.PAGE,
        Grade.NAME,
        Grade.NAME_LOOKED_UP,
    ]


def test_the_order_of_keys_and_spaces_do_not_matter() -> None:
    turned = dict(reversed(json.loads(in_json(VISIT)).items()))

    assert read(json.dumps(turned).encode()) == read(in_json(VISIT))


@pytest.mark.parametrize("ts", ["2026-09-07T08:01:02.123456Z", 1_788_768_062_123, "1788768062.123456"])
def test_a_time_may_be_seconds_milliseconds_or_iso(ts: object) -> None:
    assert read(in_json(VISIT, ts=ts)) == read(in_json(VISIT))


def test_the_client_may_be_written_flat_nested_or_with_an_underscore() -> None:
    row = {name: text for name, text in VISIT.items() if name != "id.orig_h"}

    assert read(in_json(row, id={"orig_h": "10.0.0.5", "orig_p": 50123})) == read(in_json(VISIT))
    assert read(in_json(row, id_orig_h="10.0.0.5")) == read(in_json(VISIT))


def test_a_record_of_another_log_is_passed_over() -> None:
    quic = HELLO | {"client_initial_dcid": "ab", "history": "ISis"}

    assert read(in_json(quic)) is None
    assert read(in_json(HELLO, _path="quic")) is None
    assert read(in_json({"ts": "1788768062.1", "host": "www.facebook.com", "note": "Seen"})) is None


@pytest.mark.clause("CON-1")
def test_a_host_that_is_not_listed_is_nothing_wherever_else_a_listed_one_stands() -> None:
    assert read(in_json(VISIT | {"host": "union.example", "referrer": "http://www.facebook.com/"})) is None
    assert read(in_json(VISIT | {"host": "union.example"}, user_agent='"host":"www.facebook.com"')) is None
    assert read(in_json(VISIT | {"host": "union.example"}, extra={"host": "www.facebook.com"})) is None


def test_of_a_host_named_twice_the_one_that_counts_is_the_last() -> None:
    assert read(in_json(VISIT)[:-1] + b',"host":"union.example"}') is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (in_json(VISIT)[:-3], "the line is no JSON that can be read"),
        (b"[" + in_json(VISIT) + b"]", "the line is no JSON that can be read"),
        (in_json(VISIT)[:-1] + b',"x":' + b"[" * 100_000, "the line is no JSON that can be read"),
        (in_json(VISIT)[:-1] + b',"x":"' + b"y" * 1_000_000 + b'"}', "the line is no JSON that can be read"),
        (in_json(VISIT, ts=None), "its time makes no sense"),
        (in_json(VISIT, ts=[]), "its time makes no sense"),
        (in_json(VISIT, ts=float("nan")), "its time makes no sense"),
        (in_json(VISIT)[:-1] + b',"ts":' + b"9" * 5000 + b"}", "its time makes no sense"),
        (in_json(VISIT, **{"id.orig_h": {"a": 1}}), "the address of the machine cannot be read"),
    ],
)
def test_a_broken_line_about_a_listed_host_says_why_and_nothing_of_itself(line: bytes, reason: str) -> None:
    assert read(line) == Unreadable(reason)


def test_it_recognises_its_own_lines_only() -> None:
    for row in (VISIT, HELLO, LOOKUP):
        assert FORMAT.recognises(in_json(row) + b"\n")
        assert FORMAT.recognises(b"\xef\xbb\xbf" + json.dumps(json.loads(in_json(row))).encode())
    assert not FORMAT.recognises(in_json(HELLO, _path="quic"))
    assert not FORMAT.recognises(b'{"T":"2026-09-07T09:01:02Z","QH":"www.facebook.com","IP":"10.0.0.5"}')
    assert not FORMAT.recognises(b"")


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of shared samples is not there")
@pytest.mark.parametrize("name", ["http", "dns", "ssl"])
def test_published_logs_are_recognised_and_nothing_in_them_is_unreadable(name: str) -> None:
    content = (SAMPLES / f"zat/{name}.json.log").read_bytes()

    assert FORMAT.recognises(content[:65_536])
    assert not [line for line in content.split(b"\n") if isinstance(read(line), Unreadable)]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of shared samples is not there")
@pytest.mark.parametrize("name", ["conn", "dhcp", "kerberos"])
def test_published_logs_of_another_kind_are_not_recognised(name: str) -> None:
    assert not FORMAT.recognises((SAMPLES / f"zat/{name}.json.log").read_bytes()[:65_536])


@given(st.one_of(st.binary(max_size=200), mangled(in_json(EMBED))))
def test_no_line_is_ever_too_broken(line: bytes) -> None:
    answer = read(line)

    assert answer is None or isinstance(answer, Request | Unreadable)
    assert FORMAT.recognises(line) in (True, False)


@given(
    st.dictionaries(
        st.sampled_from(["host", "query", "server_name", "method", "ts", "id.orig_h", "_path", "referrer"]),
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.floats(), st.text(max_size=8), st.just("facebook.com")),
            lambda inner: (
                st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
            ),
            max_leaves=4,
        ),
    )
)
def test_no_value_in_any_place_is_too_strange(record: dict[str, object]) -> None:
    answer = read(json.dumps({"trans_depth": 1, "host": "facebook.com"} | record).encode())

    assert answer is None or isinstance(answer, Request | Unreadable)
