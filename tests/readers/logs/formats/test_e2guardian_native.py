from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.logs.made_context import assert_a_value, damaged, read_line, read_request, read_unreadable
from staffroom.readers.logs.formats.e2guardian_native import FORMAT

FIELDS = {
    "when": "2026.9.7 9:01:02",
    "user": "jane",
    "client": "10.0.0.5",
    "url": "http://www.facebook.com/a",
    "what": "-",
    "method": "GET",
    "octets": "4120",
    "weight": "0",
    "category": "-",
    "group": "1",
    "status": "200",
    "type": "text/html",
    "host": "desk",
    "name": "staff",
    "agent": "-",
    "parameters": "-",
    "first": "-",
    "second": "-",
    "posted": "-",
}


def spaced(**changes: str) -> bytes:
    return " ".join((FIELDS | changes).values()).encode()


def quoted(**changes: str) -> bytes:
    return ",".join(f'"{value}"' for value in (FIELDS | changes).values()).encode()


def tabbed(**changes: str) -> bytes:
    return "\t".join((FIELDS | changes).values()).encode()


every_format = pytest.mark.parametrize("write", [spaced, quoted, tabbed])


@every_format
def test_a_line_is_read_whole_in_formats_1_2_and_4(write):
    request = read_request(FORMAT, write())
    assert request.ended_at == int(datetime(2026, 9, 7, 8, 1, 2, tzinfo=UTC).timestamp() * 1000)
    assert (request.client, request.user, request.octets) == ("10.0.0.5", "jane", 4120)
    assert (request.blocked, request.content_type) == (False, "text/html")


@every_format
def test_times_are_local_ones_of_the_schools_zone(write):
    there, here = (read_request(FORMAT, write(), timezone=zone) for zone in ("UTC", "Europe/London"))
    assert there.ended_at - here.ended_at == 3_600_000


@every_format
def test_what_the_filter_denied_is_an_attempt(write):
    assert read_request(FORMAT, write(what="*DENIED* Banned site: facebook.com", status="403")).blocked
    assert read_request(FORMAT, write(what="*DENIED* Banned site: facebook.com")).blocked
    assert read_request(FORMAT, write(status="403")).blocked


@every_format
def test_an_exception_is_not_a_refusal(write):
    request = read_request(FORMAT, write(what="*EXCEPTION* Exception site match.", category="Social media"))
    assert (request.blocked, request.octets) == (False, 4120)


@every_format
def test_user_names_may_hold_spaces_and_domains(write):
    assert read_request(FORMAT, write(user="SCHOOL\\jane example")).user == "SCHOOL\\jane example"
    assert read_request(FORMAT, write(user="-")).user == ""


@every_format
def test_a_user_who_is_the_client_again_is_none(write):
    assert read_request(FORMAT, write(user="10.0.0.5")).user == ""


@every_format
def test_a_407_and_other_hosts_are_nothing(write):
    assert read_line(FORMAT, write(status="407")) is None
    assert read_line(FORMAT, write(url="http://www.example.org/facebook.com")) is None


@every_format
def test_a_line_cut_off_is_unreadable(write):
    line = write()
    assert read_unreadable(FORMAT, line[: line.index(b"4120")]) in (
        "it has too few fields",
        "a quotation mark is never closed",
    )


@every_format
def test_a_day_that_does_not_exist_makes_no_sense(write):
    assert read_unreadable(FORMAT, write(when="2026.2.30 9:01:02")) == "its time makes no sense"


@every_format
def test_the_formats_are_recognised(write):
    assert FORMAT.recognises(write() + b"\n" + write(what="*DENIED* a b") + b"\n")
    assert not FORMAT.recognises(b"2026.9.7 is a day\n")


def test_blank_fields_left_empty_are_read():
    assert read_request(FORMAT, spaced(what="", category="", type="-")).octets == 4120


def test_a_denial_with_words_like_a_method_keeps_its_size():
    line = spaced(what="*DENIED* Banned phrase GET 12 rich", status="403")
    assert read_request(FORMAT, line).octets == 4120


def test_comments_and_damage():
    assert read_line(FORMAT, b"#") is None
    assert "NUL" in read_unreadable(FORMAT, spaced() + b"\0")


@given(
    octets=st.integers(0, 10**12),
    what=st.sampled_from(["-", "*DENIED* Banned site: x", "*SCANNED* ", "*EXCEPTION* a, b"]),
    category=st.sampled_from(["-", "Social media", "a, b"]),
    write=st.sampled_from([spaced, quoted, tabbed]),
)
def test_what_e2guardian_writes_comes_back(octets, what, category, write):
    request = read_request(FORMAT, write(octets=str(octets), what=what, category=category))
    assert request.octets == octets
    assert request.blocked == ("DENIED" in what)


@given(damaged(spaced(), quoted(), tabbed()))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes):
    assert_a_value(FORMAT, line)
    FORMAT.recognises(line)
