from __future__ import annotations

from datetime import UTC, datetime

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
from staffroom.readers.logs.formats.columns import BUILT_IN, FORMAT, built_in, for_mapping
from staffroom.records.requests import Grade, Request

MOMENT = int(datetime(2026, 9, 7, 8, 1, 2, tzinfo=UTC).timestamp() * 1000)
HEADS = {
    "smoothwall": b"Time,Username,Source IP,Group,Code,URL,Categories\n",
    "lightspeed": b'"Destination","Action","Reason","User","IP Address","Time"\n',
    "securly": b"Time,Email,URL,Action,Category,Policy\n",
    "netsweeper": b"Date/Time,Client IP,Client Name,URL,Category,Status\n",
}
ROWS = {
    "smoothwall": b'2026-09-07 09:01:02,jane,10.0.0.5,Staff,200,"https://www.facebook.com/a,b",Social',
    "lightspeed": b'"https://www.facebook.com/","Allowed","x","jane","10.0.0.5","07/09/2026 09:01:02"',
    "securly": b"2026-09-07T09:01:02+01:00,jane,facebook.com,Allowed,Social,Staff",
    "netsweeper": b"07/09/2026 09:01:02,10.0.0.5,jane,http://www.facebook.com/,Social,allowed",
}
REFUSALS = {
    "smoothwall": (b",200,", b",403,"),
    "lightspeed": (b"Allowed", b"Blocked"),
    "securly": (b"Allowed", b"Blocked"),
    "netsweeper": (b"allowed", b"denied"),
}
OWN = {
    "name": "own",
    "delimiter": ";",
    "header": False,
    "time": {"columns": [1, 2], "patterns": ["%d.%m.%Y %H:%M"], "zone": "Europe/Berlin"},
    "columns": {"user": 3, "client": 4, "host": 5, "octets": 6, "referrer": 7, "content_type": 8},
    "blocked": {"column": 9, "values": ["NO"]},
}
OWN_ROW = b"07.09.2026;10:01;jane;10.0.0.5;WWW.FACEBOOK.COM;4120;https://www.example.org/;text/html;yes"

every_table = pytest.mark.parametrize("name", BUILT_IN)


@every_table
def test_a_table_we_have_a_description_of_is_recognised_and_read(name: str):
    assert FORMAT.recognises(b"\xef\xbb\xbf" + HEADS[name] + ROWS[name])
    request = read_request(FORMAT, ROWS[name], HEADS[name])
    assert (request.ended_at, request.user, request.octets) == (MOMENT, "jane", None)
    assert (request.client, request.blocked) == ("" if name == "securly" else "10.0.0.5", False)


@every_table
def test_a_refusal_is_an_attempt(name: str):
    assert read_request(FORMAT, ROWS[name].replace(*REFUSALS[name]), HEADS[name]).blocked


@every_table
def test_a_header_and_another_host_are_nothing(name: str):
    assert read_line(FORMAT, HEADS[name].rstrip(), HEADS[name]) is None
    assert read_line(FORMAT, ROWS[name].replace(b"facebook.com", b"example.org"), HEADS[name]) is None


@every_table
def test_no_description_claims_to_have_been_held_against_a_real_export(name: str):
    assert not built_in(name).verified
    assert built_in(name).name == name


@every_table
def test_no_description_takes_the_table_of_another(name: str):
    for other in set(BUILT_IN) - {name}:
        assert not for_mapping_of(other).recognises(HEADS[name])


def for_mapping_of(name: str):
    mapping = built_in(name)
    return for_mapping(
        {
            "name": name,
            "recognised_by": list(mapping.recognised_by),
            "time": {"columns": list(mapping.time)},
            "columns": dict(mapping.columns),
        }
    )


def test_a_schools_own_mapping_by_number_reads_a_table_without_a_header():
    request = read_request(for_mapping(OWN), OWN_ROW)
    assert request.ended_at == MOMENT - 62_000 + 60_000
    assert (request.user, request.client, request.octets) == ("jane", "10.0.0.5", 4120)
    assert (request.referrer, request.content_type, request.grade) == (
        "www.example.org",
        "text/html",
        Grade.PAGE,
    )
    assert not request.blocked


def test_a_schools_own_mapping_comes_with_the_context():
    lines = FORMAT.open(OWN_ROW, made_context(mapping=OWN))
    assert lines.read(OWN_ROW) == read_request(for_mapping(OWN), OWN_ROW)


def test_the_values_of_a_refusal_are_in_any_case():
    assert read_request(for_mapping(OWN), OWN_ROW.replace(b"yes", b"no")).blocked


def test_day_and_month_are_as_the_mapping_says():
    mapping = {**OWN, "time": {"columns": 1, "patterns": "%m/%d/%Y", "zone": "UTC"}}
    american = read_request(for_mapping(mapping), OWN_ROW.replace(b"07.09.2026", b"05/02/2025"))
    mapping["time"] = {"columns": 1, "patterns": "%d/%m/%Y", "zone": "UTC"}
    british = read_request(for_mapping(mapping), OWN_ROW.replace(b"07.09.2026", b"05/02/2025"))
    assert datetime.fromtimestamp(american.ended_at / 1000, UTC).strftime("%-d %B") == "2 May"
    assert datetime.fromtimestamp(british.ended_at / 1000, UTC).strftime("%-d %B") == "5 February"


def test_epochs_are_read_in_any_unit():
    mapping = {**OWN, "time": {"columns": 1, "patterns": "epoch"}}
    row = OWN_ROW.replace(b"07.09.2026", str(MOMENT).encode())
    assert read_request(for_mapping(mapping), row).ended_at == MOMENT


def test_a_table_of_lookups_is_of_the_lowest_grade():
    request = read_request(for_mapping({**OWN, "lookups": True}), OWN_ROW)
    assert request.grade == Grade.NAME_LOOKED_UP
    assert for_mapping({**OWN, "lookups": True}).grade == Grade.NAME_LOOKED_UP


def test_the_grade_follows_from_the_columns():
    columns = {"user": 3, "host": 5}
    assert for_mapping({**OWN, "columns": columns}).grade == Grade.NAME
    assert for_mapping({**OWN, "columns": {**columns, "octets": 6}}).grade == Grade.NAME_AND_VOLUME
    assert read_request(for_mapping({**OWN, "columns": columns}), OWN_ROW).grade == Grade.NAME


def test_a_quoted_field_that_goes_on_in_the_next_line_is_unreadable():
    head = HEADS["smoothwall"]
    for half in (b'2026-09-07 09:01:02,"jane', b'example",10.0.0.5,Staff,200,facebook.com,x'):
        assert "quotation mark" in read_unreadable(FORMAT, half, head)


def test_a_row_cut_off_is_unreadable():
    assert read_unreadable(for_mapping(OWN), b"07.09.2026;10:01;facebook.com") == "it has too few fields"


def test_a_row_whose_time_is_cut_off_is_unreadable():
    assert read_unreadable(for_mapping(OWN), OWN_ROW.replace(b"10:01", b"")) == "its time makes no sense"


def test_a_file_without_the_mappings_columns_is_unreadable_line_by_line():
    mapping = {"time": {"columns": "When"}, "columns": {"user": "Who", "url": "Where"}}
    assert "header" in read_unreadable(for_mapping(mapping), b"a,b,facebook.com", b"x,y,z\n")


def test_columns_are_found_by_name_in_any_case_behind_a_preamble():
    mapping = {"time": {"columns": "When"}, "columns": {"user": "Who", "url": "Where"}}
    head = b'"Report of 7 September"\n\n"WHERE","who","when"\n'
    request = read_request(for_mapping(mapping), b"facebook.com,jane,2026-09-07T09:01:02", head)
    assert (request.user, request.ended_at) == ("jane", MOMENT)


def test_damage_and_comments_are_what_they_are_everywhere():
    assert "NUL" in read_unreadable(for_mapping(OWN), OWN_ROW + b"\0")
    assert read_line(for_mapping(OWN), b"# facebook.com") is None
    assert read_line(for_mapping(OWN), b"") is None


def test_an_unknown_table_is_not_recognised():
    assert not FORMAT.recognises(b"a,b,c\n1,2,3\n")
    assert not FORMAT.recognises(b"")
    assert not for_mapping(OWN).recognises(OWN_ROW)


@given(
    host=st.sampled_from(LISTED_HOSTS),
    octets=st.integers(0, 10**12),
    user=st.from_regex(r"[A-Za-z][A-Za-z0-9 .@-]{0,20}[a-z]", fullmatch=True),
    order=st.permutations(["When", "Who", "Where", "Size"]),
)
def test_whatever_the_order_of_the_columns_their_values_come_back(host, octets, user, order):
    mapping = {"time": {"columns": "When"}, "columns": {"user": "Who", "url": "Where", "octets": "Size"}}
    values = {"When": "2026-09-07T09:01:02", "Who": user, "Where": f"https://{host}/", "Size": str(octets)}
    row = ",".join(f'"{values[name]}"' for name in order).encode()
    request = read_request(for_mapping(mapping), row, ",".join(order).encode() + b"\n")
    assert isinstance(request, Request)
    assert (request.octets, request.user, request.ended_at) == (octets, user, MOMENT)


@given(damaged(*ROWS.values(), *HEADS.values()), st.sampled_from(list(HEADS.values())))
def test_any_bytes_are_a_request_unreadable_or_nothing(line: bytes, head: bytes):
    assert_a_value(FORMAT, line, head)
    FORMAT.recognises(line)
