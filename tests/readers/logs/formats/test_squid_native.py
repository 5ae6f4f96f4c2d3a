from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.logs.made_context import (
    LISTED_HOSTS,
    MadeListings,
    assert_a_value,
    damaged,
    read_line,
    read_request,
    read_unreadable,
)
from staffroom.readers.logs.formats.squid_native import FORMAT
from staffroom.records.requests import Grade, Request, Unreadable

SAMPLES = (Path(__file__).parents[4] / "../shared/data/logs/squid").resolve()
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the public log samples are not here")

PAGE = (
    b"1791636936.250    180 10.0.0.5 TCP_MISS/200 4120 GET http://www.facebook.com/a jane "
    b"HIER_DIRECT/192.0.2.1 text/html"
)
TUNNEL = (
    b"1791636936.250   5000 10.0.0.5 TCP_TUNNEL/200 19763 CONNECT www.facebook.com:443 jane HIER_DIRECT/- -"
)


def with_field(line: bytes, place: int, value: bytes) -> bytes:
    fields = line.split()
    fields[place] = value
    return b" ".join(fields)


def test_a_page_is_read_whole():
    request = read_request(FORMAT, PAGE)
    assert request == Request(
        began_at=1_791_636_936_070,
        ended_at=1_791_636_936_250,
        client="10.0.0.5",
        user="jane",
        listing=MadeListings().listing(b"facebook.com"),
        octets=4120,
        blocked=False,
        grade=Grade.NAME_AND_VOLUME,
        referrer=None,
        content_type="text/html",
    )


def test_the_time_of_a_line_is_its_end():
    request = read_request(FORMAT, TUNNEL)
    assert request.ended_at == 1_791_636_936_250
    assert request.began_at == request.ended_at - 5_000


def test_padding_before_the_duration_changes_nothing():
    assert read_request(FORMAT, TUNNEL) == read_request(FORMAT, b" ".join(TUNNEL.split()))


def test_a_content_type_that_squid_does_not_know_is_recorded_as_empty():
    assert read_request(FORMAT, TUNNEL).content_type == ""


@pytest.mark.parametrize("user", [b"jane", b"-"])
def test_a_407_is_half_of_an_authentication_and_no_request(user: bytes):
    line = with_field(with_field(PAGE, 3, b"TCP_DENIED/407"), 7, user)
    assert read_line(FORMAT, line) is None


def test_a_denied_request_with_a_user_is_an_attempt_and_not_a_visit():
    request = read_request(FORMAT, with_field(PAGE, 3, b"TCP_DENIED/403"))
    assert request.blocked
    assert request.user == "jane"


@pytest.mark.parametrize("code", [b"TCP_DENIED/200", b"TCP_DENIED_REPLY/403", b"NONE/403", b"TAG_NONE/403"])
def test_every_refusal_of_squid_is_an_attempt(code: bytes):
    assert read_request(FORMAT, with_field(PAGE, 3, code)).blocked


@pytest.mark.parametrize(
    "code", [b"NONE/400", b"NONE/200", b"TAG_NONE/503", b"NONE_NONE/200", b"UDP_HIT/000"]
)
def test_what_squid_answered_by_itself_is_no_request(code: bytes):
    assert read_line(FORMAT, with_field(PAGE, 3, code)) is None


@pytest.mark.parametrize(
    "code", [b"TCP_MISS/403", b"TCP_MISS_ABORTED/000", b"TCP_MISS/503", b"TCP_TUNNEL/500"]
)
def test_what_the_service_itself_refused_or_broke_off_is_not_blocked(code: bytes):
    assert not read_request(FORMAT, with_field(PAGE, 3, code)).blocked


@pytest.mark.parametrize(
    "hierarchy", [b"HIER_NONE/-", b"NONE/-", b"DIRECT/192.0.2.1", b"ORIGINAL_DST/2001:db8::1"]
)
def test_old_and_new_names_of_the_hierarchy_are_read(hierarchy: bytes):
    assert read_request(FORMAT, with_field(PAGE, 8, hierarchy)).octets == 4120


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"SCHOOL\\Jane", "SCHOOL\\Jane"),
        (b"SCHOOL%5cJane", "SCHOOL\\Jane"),
        (b"jane@SCHOOL.EXAMPLE", "jane@SCHOOL.EXAMPLE"),
        (b"jane%20example", "jane example"),
        (b"jane example", "jane example"),
        (b"jane  van example", "jane  van example"),
        (b"-", ""),
        (b"10.0.0.5", ""),
    ],
)
def test_a_user_is_passed_on_as_it_is_meant(written: bytes, meant: str):
    assert read_request(FORMAT, PAGE.replace(b" jane ", b" " + written + b" ")).user == meant


@pytest.mark.parametrize(
    "target",
    [
        b"www.facebook.com:443",
        b"http://www.facebook.com/",
        b"http://www.facebook.com:443",
        b"www.facebook.com",
        b"WWW.FACEBOOK.COM:443",
        b"www.facebook.com.:443",
    ],
)
def test_every_way_of_writing_a_tunnel_names_the_host(target: bytes):
    assert read_request(FORMAT, with_field(TUNNEL, 6, target)).listing.name == "facebook.com"


def test_a_host_that_is_not_listed_is_nothing_wherever_else_a_listed_one_stands():
    assert read_line(FORMAT, with_field(PAGE, 6, b"http://www.example.org/?u=www.facebook.com")) is None
    assert read_line(FORMAT, with_field(PAGE, 6, b"http://notfacebook.com/")) is None


def test_a_size_that_squid_did_not_write_is_unknown():
    assert read_request(FORMAT, with_field(PAGE, 4, b"-")).octets is None


def test_a_negative_duration_counts_as_none():
    request = read_request(FORMAT, with_field(PAGE, 1, b"-315"))
    assert request.began_at == request.ended_at


@pytest.mark.parametrize(
    "stamp", [b"0.000", b"9999999999.000", b"946684799.999", b"yesterday", b"-", b"1791636936250"]
)
def test_a_time_that_makes_no_sense_is_unreadable(stamp: bytes):
    assert read_unreadable(FORMAT, with_field(PAGE, 0, stamp)) == "its time makes no sense"


def test_a_duration_from_before_this_century_makes_no_sense():
    assert read_unreadable(FORMAT, with_field(PAGE, 1, b"9" * 15)) == "its time makes no sense"


@pytest.mark.parametrize(("place", "value"), [(1, b"long"), (4, b"much"), (4, b"-7")])
def test_a_field_that_should_be_a_number_and_is_not_is_unreadable(place: int, value: bytes):
    assert (
        read_unreadable(FORMAT, with_field(PAGE, place, value))
        == "a field that should be a number is not one"
    )


def test_a_line_cut_off_after_its_host_is_unreadable():
    for length in (PAGE.index(b" jane"), PAGE.index(b" HIER"), PAGE.index(b" text/html")):
        assert read_unreadable(FORMAT, PAGE[:length]) == "it has too few fields"


def test_fields_in_another_order_are_unreadable():
    assert "order" in read_unreadable(FORMAT, with_field(PAGE, 8, b"nonsense"))
    assert "order" in read_unreadable(FORMAT, with_field(PAGE, 3, b"200"))


def test_an_overlong_line_is_unreadable():
    assert "longer" in read_unreadable(FORMAT, PAGE.replace(b"/a ", b"/" + b"a" * 70_000 + b" "))


def test_nul_bytes_are_unreadable():
    assert "NUL" in read_unreadable(FORMAT, b"\0\0\0" + PAGE)


def test_line_ends_and_a_byte_order_mark_change_nothing():
    assert read_request(FORMAT, b"\xef\xbb\xbf" + PAGE + b"\r\n") == read_request(FORMAT, PAGE)


@pytest.mark.parametrize("line", [b"", b"\r\n", b"# www.facebook.com"])
def test_comments_and_empty_lines_are_nothing(line: bytes):
    assert read_line(FORMAT, line) is None


def test_the_format_is_recognised_and_others_are_not():
    assert FORMAT.recognises(PAGE + b"\n" + TUNNEL + b"\n")
    assert FORMAT.recognises(b"\xef\xbb\xbf" + PAGE + b"\r\ntorn li")
    assert not FORMAT.recognises(b"")
    assert not FORMAT.recognises(PAGE + b' "http://www.example.org/" www.facebook.com 00:11:22:33:44:55\n')
    assert not FORMAT.recognises(
        b"1791636936.250 0 10.0.0.5 TCP_MISS/0 0 - https://a.example 10.0.0.5 DEFAULT_PARENT/ -"
    )


@needs_samples
def test_a_real_log_of_2006_has_its_authentications_left_out():
    lines = (SAMPLES / "secrepo_2006_excerpt.log").read_bytes()
    assert FORMAT.recognises(lines)
    answers = [(line, read_line(FORMAT, line)) for line in lines.splitlines()]
    assert not [answer for _, answer in answers if isinstance(answer, Unreadable)]
    hi5 = [(line, answer) for line, answer in answers if b"hi5.com" in line]
    assert hi5
    assert all((answer is None) == (b"/407 " in line) for line, answer in hi5)


@needs_samples
def test_a_real_log_of_2010_is_read_line_by_line():
    lines = (SAMPLES / "richmix_squid_access_2010.log").read_bytes()
    assert FORMAT.recognises(lines)
    answers = [read_line(FORMAT, line) for line in lines.splitlines()]
    requests = [answer for answer in answers if isinstance(answer, Request)]
    assert not [answer for answer in answers if isinstance(answer, Unreadable)]
    assert "youtube.com" in {request.listing.name for request in requests}
    assert all(request.ended_at // 86_400_000 == 14_890 for request in requests)  # 8 October 2010


@needs_samples
def test_the_real_catalogue_finds_what_the_made_one_finds():
    catalogue = pytest.importorskip("staffroom.rules.catalogue").load()
    from staffroom.readers.logs.reader import Context

    reader = FORMAT.open(b"", Context(catalogue, 1_800_000_000_000))
    lines = (SAMPLES / "richmix_squid_access_2010.log").read_bytes().splitlines()
    found = [answer for answer in map(reader.read, lines) if isinstance(answer, Request)]
    assert "youtube" in {request.listing.service for request in found}


times = st.integers(946_684_800_000, 4_102_444_799_999)


@given(
    ended=times,
    elapsed=st.integers(0, 86_400_000),
    octets=st.integers(0, 10**12),
    host=st.sampled_from(LISTED_HOSTS),
    user=st.from_regex(r"[A-Za-z][A-Za-z0-9.@\\-]{0,20}", fullmatch=True),
    is_denied=st.booleans(),
)
def test_what_squid_writes_comes_back(ended, elapsed, octets, host, user, is_denied):
    code = "TCP_DENIED/403" if is_denied else "TCP_TUNNEL/200"
    line = (
        f"{ended // 1000}.{ended % 1000:03} {elapsed:6} 10.0.0.5 {code} {octets} CONNECT {host}:443 {user} "
        "HIER_DIRECT/192.0.2.1 -"
    )
    answer = read_line(FORMAT, line.encode())
    if ended - elapsed < 946_684_800_000:
        assert answer == Unreadable("its time makes no sense")
        return
    assert (answer.began_at, answer.ended_at) == (ended - elapsed, ended)
    assert (answer.octets, answer.user, answer.blocked) == (octets, user, is_denied)


@given(damaged(PAGE, TUNNEL))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes):
    assert_a_value(FORMAT, line)
    FORMAT.recognises(line)
