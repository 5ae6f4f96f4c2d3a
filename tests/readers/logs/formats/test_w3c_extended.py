from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.logs.made_context import (
    LISTED_HOSTS,
    assert_a_value,
    damaged,
    made_context,
    read_line,
    read_request,
    read_unreadable,
)
from staffroom.readers.logs.formats.w3c_extended import FORMAT
from staffroom.records.requests import Grade, Request, Unreadable

SAMPLES = (Path(__file__).parents[4] / "../shared/data/logs").resolve()
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the public log samples are not here")

PROXYSG = (
    b"#Software: SGOS 7.3\n#Fields: date time time-taken c-ip sc-status s-action sc-bytes cs-bytes cs-method "
    b"cs-uri-scheme cs-host cs-uri-port cs-uri-path cs-uri-query cs-username cs-auth-group s-hierarchy "
    b"rs(Content-Type) cs(User-Agent) sc-filter-result cs-categories cs(Referer)\n"
)
PAGE = (
    b"2026-09-07 08:01:02 180 10.0.0.5 200 TCP_NC_MISS 4120 700 GET http www.facebook.com 80 /a - "
    b'SCHOOL\\jane - DIRECT text/html "Mozilla/5.0 (Windows NT)" OBSERVED "Social;none" https://www.example.org/lesson'
)
TMG = (
    b"#Software: TMG\n#Fields: c-ip\tcs-username\tdate\ttime\tcs-referred\tr-host\ttime-taken\tsc-bytes\t"
    b"cs-protocol\ts-operation\tcs-uri\tcs-mime-type\tsc-status\taction\n"
)
TMG_PAGE = (
    b"10.0.0.5\tSCHOOL\\jane example\t2026-09-07\t08:01:02\thttp://www.example.org/\twww.facebook.com\t180\t4120\t"
    b"http\tGET\thttp://www.facebook.com/a b\ttext/html\t200\tAllowed"
)
MOMENT = int(datetime(2026, 9, 7, 8, 1, 2, tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(("head", "line"), [(PROXYSG, PAGE), (TMG, TMG_PAGE)])
def test_proxies_of_two_makers_say_the_same(head: bytes, line: bytes):
    request = read_request(FORMAT, line, head)
    assert (request.began_at, request.ended_at) == (MOMENT - 180, MOMENT)
    assert request.user.startswith("SCHOOL\\jane")
    assert (request.client, request.octets, request.referrer) == ("10.0.0.5", 4120, "www.example.org")
    assert (request.content_type, request.grade, request.blocked) == ("text/html", Grade.PAGE, False)


def test_values_separated_by_tabs_may_hold_spaces():
    assert read_request(FORMAT, TMG_PAGE, TMG).user == "SCHOOL\\jane example"


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"OBSERVED", b"DENIED"), (b"TCP_NC_MISS", b"TCP_DENIED")],
)
def test_a_verdict_in_any_of_its_fields_is_a_refusal(old: bytes, new: bytes):
    assert read_request(FORMAT, PAGE.replace(old, new), PROXYSG).blocked


def test_tmg_names_its_verdict_action():
    assert read_request(FORMAT, TMG_PAGE.replace(b"Allowed", b"Denied"), TMG).blocked


@pytest.mark.parametrize(
    ("head", "line", "status"), [(PROXYSG, PAGE, b" 407 "), (TMG, TMG_PAGE, b"\t12209\t")]
)
def test_half_of_an_authentication_is_no_request(head: bytes, line: bytes, status: bytes):
    edge = status[:1]
    assert read_line(FORMAT, line.replace(edge + b"200" + edge, status), head) is None


def test_a_tunnel_has_no_referer_of_its_own():
    request = read_request(FORMAT, PAGE.replace(b" GET http ", b" CONNECT tcp "), PROXYSG)
    assert (request.referrer, request.grade) == (None, Grade.NAME_AND_VOLUME)
    tunnel = TMG_PAGE.replace(b"\thttp\tGET\t", b"\tSSL-tunnel\t-\t")
    assert read_request(FORMAT, tunnel, TMG).referrer is None


def test_fields_named_anew_in_the_middle_hold_from_there_on():
    lines = FORMAT.open(PROXYSG, made_context())
    assert isinstance(lines.read(PAGE), Request)
    assert lines.read(b"#Fields: date time c-ip cs-host sc-bytes") is None
    request = lines.read(b"2026-09-07 08:01:02 10.0.0.6 m.tiktok.com 77")
    assert (request.client, request.octets, request.grade) == ("10.0.0.6", 77, Grade.NAME_AND_VOLUME)


def test_lines_before_any_names_of_fields_are_nothing():
    assert read_line(FORMAT, PAGE, b"#Version: 1.0\n") is None


def test_without_a_date_field_the_date_directive_holds_until_the_next():
    head = b"#Date: 2026-09-07 00:00:00\n#Fields: time c-ip cs-host\n"
    lines = FORMAT.open(head, made_context())
    assert lines.read(b"08:01:02 10.0.0.5 www.facebook.com").ended_at == MOMENT
    lines.read(b"#Date: 2026-09-08 00:00:00")
    assert lines.read(b"08:01:02 10.0.0.5 www.facebook.com").ended_at == MOMENT + 86_400_000


def test_without_any_date_a_time_makes_no_sense():
    head = b"#Fields: time c-ip cs-host\n"
    assert read_unreadable(FORMAT, b"08:01:02 10.0.0.5 www.facebook.com", head) == "its time makes no sense"


def test_times_are_utc_and_those_named_local_are_not():
    head = b"#Fields: date-local time-local c-ip cs(Host)\n"
    line = b'2026-09-07 09:01:02.000 "10.0.0.5" "www.facebook.com"'
    assert read_request(FORMAT, line, head).ended_at == MOMENT


def test_an_offset_of_the_file_holds_for_its_times():
    head = b"#GMT-Offset: -0800\n#Fields:  date  time  c-ip  cs-host\n"
    line = b"2026-09-07     00:01:02      10.0.0.5      www.facebook.com"
    assert read_request(FORMAT, line, head).ended_at == MOMENT


@pytest.mark.parametrize("name", [b"cs(Referer)", b"cs(Referrer)", b"cs-referred"])
def test_both_spellings_of_the_referer_are_known(name: bytes):
    head = b"#Fields: date time c-ip cs-host " + name + b"\n"
    line = b"2026-09-07 08:01:02 10.0.0.5 www.facebook.com http://www.example.org/"
    assert read_request(FORMAT, line, head).referrer == "www.example.org"


def test_the_host_may_be_in_the_uri_alone():
    head = b"#Fields: date time c-ip cs-host cs-uri\n"
    line = b"2026-09-07 08:01:02 10.0.0.5 - https://www.facebook.com/a"
    assert read_request(FORMAT, line, head).listing.name == "facebook.com"


def test_a_log_without_a_size_and_a_referer_knows_the_name_alone():
    head = b"#Fields: date time c-ip cs-host\n"
    request = read_request(FORMAT, b"2026-09-07 08:01:02 10.0.0.5 www.facebook.com", head)
    assert (request.grade, request.octets, request.content_type) == (Grade.NAME, None, None)


def test_the_log_of_a_web_server_names_no_host_and_is_about_no_service():
    head = b"#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(Referer)\n"
    line = b"2026-09-07 08:01:02 10.0.0.1 GET / - 80 - 10.0.0.5 https://www.facebook.com/"
    assert read_line(FORMAT, line, head) is None


@pytest.mark.parametrize(("written", "elapsed"), [(b"180", 180), (b"0.18", 180), (b"1.5", 1500), (b"-", 0)])
def test_a_duration_is_milliseconds_or_else_seconds_with_a_fraction(written: bytes, elapsed: int):
    head = b"#Fields: date time time-taken c-ip cs-host\n"
    request = read_request(FORMAT, b"2026-09-07 08:01:02 " + written + b" 10.0.0.5 www.facebook.com", head)
    assert request.ended_at - request.began_at == elapsed


def test_quoted_values_hold_spaces_and_doubled_quotation_marks():
    line = PAGE.replace(b"Mozilla/5.0 (Windows NT)", b' ""x"" 407 ')
    assert read_request(FORMAT, line, PROXYSG) == read_request(FORMAT, PAGE, PROXYSG)


def test_a_line_cut_off_is_unreadable():
    assert read_unreadable(FORMAT, PAGE[: PAGE.index(b" www")], PROXYSG) == "it has too few fields"
    assert read_unreadable(FORMAT, PAGE[: PAGE.index(b" OBSERVED")], PROXYSG) == "it has too few fields"
    assert "quotation mark" in read_unreadable(FORMAT, PAGE[: PAGE.index(b" (Windows")], PROXYSG)


def test_a_line_with_more_values_than_names_may_be_shifted_and_is_not_passed_over():
    line = PAGE.replace(b" www.facebook.com ", b" x www.facebook.com ")
    assert "more values" in read_unreadable(FORMAT, line, PROXYSG)
    assert read_request(FORMAT, PAGE + b" extra", PROXYSG).octets == 4120


def test_a_host_that_is_not_listed_is_nothing():
    assert read_line(FORMAT, PAGE.replace(b"www.facebook.com", b"www.example.org"), PROXYSG) is None
    assert read_line(FORMAT, b"", PROXYSG) is None
    assert "NUL" in read_unreadable(FORMAT, PAGE + b"\0", PROXYSG)


def test_the_format_is_recognised_by_its_fields_wherever_they_stand():
    assert FORMAT.recognises(b"\xef\xbb\xbf#Software: x\r\n\r\n" + PROXYSG + PAGE)
    assert FORMAT.recognises(TMG)
    assert not FORMAT.recognises(b"#fields\tts\tuid\n#Fields: one two\n")  # Zeek, and something else
    assert not FORMAT.recognises(PAGE)


@needs_samples
@pytest.mark.parametrize("folder", ["iis", "lnav"])
def test_real_logs_of_web_servers_are_recognised_and_hold_no_request(folder: str):
    files = [
        path for path in sorted((SAMPLES / folder).iterdir()) if "iis" in path.name or "w3c" in path.name
    ]
    assert files
    for path in files:
        head = path.read_bytes()
        assert FORMAT.recognises(head), path.name
        lines = FORMAT.open(head, made_context())
        answers = [lines.read(line) for line in head.splitlines()]
        assert not [answer for answer in answers if isinstance(answer, Request)], path.name


@needs_samples
def test_a_real_log_with_a_host_field_is_read_when_its_host_is_listed():
    head = (SAMPLES / "lnav/logfile_w3c.3").read_bytes().replace(b"hello.example.com", b"www.facebook.com")
    lines = FORMAT.open(head, made_context())
    request, *more = [answer for answer in map(lines.read, head.splitlines()) if answer is not None]
    assert not more
    assert (request.client, request.referrer, request.ended_at) == ("173.5.0.0", "", 1_345_046_400_675)


@needs_samples
def test_every_line_of_the_real_logs_is_read_without_complaint_where_it_names_no_host():
    for path in sorted((SAMPLES / "iis").iterdir()):
        lines = FORMAT.open(path.read_bytes(), made_context())
        assert not [a for a in map(lines.read, path.read_bytes().splitlines()) if isinstance(a, Unreadable)]


@given(
    host=st.sampled_from(LISTED_HOSTS),
    octets=st.integers(0, 10**12),
    user=st.from_regex(r"[A-Za-z][A-Za-z0-9.@\\-]{0,20}", fullmatch=True),
    order=st.permutations(["date", "time", "c-ip", "cs-host", "sc-bytes", "cs-username"]),
    tab=st.booleans(),
)
def test_the_order_of_the_fields_is_the_files_own_affair(host, octets, user, order, tab):
    values = {"date": "2026-09-07", "time": "08:01:02", "c-ip": "10.0.0.5", "cs-host": host}
    values |= {"sc-bytes": str(octets), "cs-username": user}
    mark = "\t" if tab else " "
    head = f"#Fields: {mark.join(order)}\n".encode()
    request = read_request(FORMAT, mark.join(values[name] for name in order).encode(), head)
    assert (request.octets, request.user, request.client, request.ended_at) == (
        octets,
        user,
        "10.0.0.5",
        MOMENT,
    )


@given(damaged(PAGE, TMG_PAGE, PROXYSG), st.sampled_from([PROXYSG, TMG]))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes, head: bytes):
    assert_a_value(FORMAT, line, head)
    FORMAT.recognises(line)


@given(damaged(b"#Fields: date time cs-host", b"#Date: 2026-09-07 00:00:00", b"#GMT-Offset: -0800"))
def test_any_directive_leaves_a_reader_that_still_reads(directive: bytes):
    lines = FORMAT.open(PROXYSG, made_context())
    lines.read(b"#" + directive)
    answer = lines.read(PAGE)
    assert answer is None or isinstance(answer, (Request, Unreadable))
