"""Which log formats are there, and of which one is a file?"""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.readers.logs import shelf
from staffroom.records.requests import Grade
from traffic import made_traffic
from traffic.made_traffic import a_day

FORMATS = Path(shelf.__file__).parent / "formats"
MADE = {
    "squid": "squid",
    "combined": "squid-combined",
    "recommended": "squid-staffroom",
    "zeek_http": "zeek",
    "zeek_ssl": "zeek",
    "zeek_http_json": "zeek-json",
    "zeek_ssl_json": "zeek-json",
    "dnsmasq": "dnsmasq",
}


class Invented:
    """A format that another package might bring."""

    name = "invented"
    title = "A format that a test invented"
    grade = Grade.NAME

    def recognises(self, head: bytes) -> bool:
        return head.startswith(b"invented:")

    def open(self, head, context):
        raise AssertionError("not wanted here")


INVENTED = Invented()


@pytest.fixture
def installed(monkeypatch):
    """As if a package with the invented format were installed."""
    point = EntryPoint("invented", f"{__name__}:INVENTED", shelf.GROUP)
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: [point] if group == shelf.GROUP else []
    )
    monkeypatch.setattr(EntryPoint, "load", lambda self: INVENTED)


def test_every_format_has_one_place_on_the_shelf():
    files = {file.stem for file in FORMATS.glob("*.py")} - {"__init__"}
    assert set(shelf.BUILT_IN) == files
    assert len(shelf.BUILT_IN) == len(files)


def test_every_format_has_a_name_of_its_own_a_title_and_a_grade():
    formats = shelf.all_formats()
    assert len({one.name for one in formats}) == len(formats)
    for one in formats:
        assert one.name == one.name.lower()
        assert " " not in one.name
        assert one.title
        assert one.grade in Grade


@pytest.mark.parametrize("place", shelf.BUILT_IN)
def test_a_format_is_found_by_its_name(place):
    one = shelf.built_in(place)
    assert shelf.format_named(one.name) is one


@pytest.mark.parametrize("name", ["", "nothing", "Squid", "squid_native"])
def test_an_unknown_name_is_no_format(name):
    assert shelf.format_named(name) is None


@pytest.mark.parametrize("writer", MADE)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_made_log_is_known_for_what_it_is(writer, end):
    text = getattr(made_traffic, writer)(a_day()).replace(b"\n", end)
    for head in (text, text[: shelf.HEAD], text[:4_000]):
        found = shelf.recognise(head)
        assert found is not None
        assert found.name == MADE[writer]


@pytest.mark.parametrize("writer", [name for name in MADE if name not in ("zeek_http", "zeek_ssl")])
def test_one_line_is_enough_to_know_a_log(writer):
    line = getattr(made_traffic, writer)(a_day()[:1])
    for head in (line, line.rstrip(b"\n")):
        assert shelf.recognise(head).name == MADE[writer]


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\n\n\n",
        b"Dear all,\nthere is cake.\n",
        bytes(4_096),
        b"<html></html>",
        b"{}",
        b"a,b,c\n1,2,3\n",
    ],
)
def test_what_is_no_log_is_of_no_format(head):
    assert shelf.recognise(head) is None


@given(head=st.binary(max_size=2_000))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_of_some_format_or_none_and_break_nothing(head):
    found = shelf.recognise(head)
    assert found is None or found in shelf.all_formats()


@given(at=st.integers(0, 2_000), put=st.binary(max_size=60), writer=st.sampled_from(sorted(MADE)))
@settings(max_examples=60, deadline=None)
def test_a_torn_line_does_not_change_what_a_log_is(at, put, writer):
    text = getattr(made_traffic, writer)(a_day())
    start = text.index(b"\n", text.index(b"\n", len(text) // 2) + at) + 1  # past any header
    found = shelf.recognise(text[:start] + put.replace(b"\n", b"") + b"\n" + text[start:])
    assert found is not None
    assert found.name == MADE[writer]


def test_a_format_of_an_installed_package_is_found_after_the_built_in_ones(installed):
    assert shelf.all_formats()[-1] is INVENTED
    assert shelf.format_named("invented") is INVENTED
    assert shelf.recognise(b"invented: made line\n") is INVENTED
    assert shelf.recognise(made_traffic.squid(a_day())).name == "squid"
    assert shelf.recognise(b"Dear all,\n") is None
