from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.logs.pairs import is_torn, read_pairs
from staffroom.readers.logs.quotation import split_quoted
from staffroom.readers.logs.tables import find_header, pick

words = st.text(st.characters(codec="latin-1", exclude_characters="\r\n\0"), max_size=12)


def test_a_quoted_value_may_hold_the_delimiter_and_quotation_marks():
    assert split_quoted(b'"a,b","c ""d""",e,') == [b"a,b", b'c "d"', b"e", b""]


def test_spaces_in_a_row_are_one_delimiter_and_an_empty_quoted_value_is_a_value():
    assert split_quoted(b'a  b "c d"   "" e ', b" ") == [b"a", b"b", b"c d", b"", b"e"]
    assert split_quoted(b"a   b", b" ") == [b"a", b"b"]


def test_a_quotation_mark_inside_an_unquoted_value_is_itself():
    assert split_quoted(b'a id="{1}" "b c"', b" ") == [b"a", b'id="{1}"', b"b c"]


def test_a_quotation_mark_that_never_closes_is_nothing_to_split():
    assert split_quoted(b'a,"b,c') is None
    assert split_quoted(b'a b "c', b" ") is None


def test_a_quotation_mark_that_closes_what_an_earlier_line_opened_is_noticed():
    assert split_quoted(b'end of a field",b,c') is None


@given(st.lists(words, min_size=2, max_size=8), st.sampled_from([",", "\t", ";"]))
def test_what_a_csv_writer_wrote_comes_back(values, delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerow(values)
    line = out.getvalue().rstrip("\r\n").encode("latin-1")
    assert split_quoted(line, delimiter.encode()) == [value.encode("latin-1") for value in values]


@given(st.binary(max_size=200), st.sampled_from([b",", b"\t", b" "]))
def test_any_bytes_are_split_or_not(line, delimiter):
    fields = split_quoted(line, delimiter)
    assert fields is None or all(isinstance(field, bytes) for field in fields)


def test_pairs_are_found_quoted_and_bare_after_any_prefix():
    line = rb'<30>Oct  1 09:00:00 gate date=2026-10-01 user="SCHOOL\jane" msg="a b"'
    line += rb' empty= none="" content-type="t/h"'
    assert read_pairs(line) == {
        b"date": b"2026-10-01",
        b"user": rb"SCHOOL\jane",
        b"msg": b"a b",
        b"empty": b"",
        b"none": b"",
        b"content-type": b"t/h",
    }


def test_a_pair_inside_a_quoted_value_is_not_one():
    pairs = read_pairs(rb'url="/a?user=\"mallory\" user=mallory" user="jane"')
    assert pairs[b"user"] == b"jane"
    assert pairs[b"url"] == b'/a?user="mallory" user=mallory'


def test_of_a_repeated_key_the_first_holds():
    assert read_pairs(b"user=jane user=mallory")[b"user"] == b"jane"


def test_a_value_that_was_cut_off_is_noticed():
    assert is_torn(b'a="b" hostname="www.exam')
    assert not is_torn(rb'a="b \"c\"" d="e"')


@pytest.mark.parametrize("piece", [b"a", b'a="', b'a="\\', b'="\\"', b'a=" b ', b"a=b.c-d"])
def test_hostile_pairs_take_no_time(piece):
    line = (piece * 65_536)[:65_536]
    started = time.process_time()
    read_pairs(line)
    assert time.process_time() - started < 1


@given(st.binary(max_size=200))
def test_any_bytes_are_pairs_or_none(line):
    assert isinstance(read_pairs(line), dict)
    assert is_torn(line) in (True, False)


def test_a_header_is_found_behind_a_preamble_in_any_case():
    head = b'\xef\xbb\xbf"Report for the week"\r\n\r\n"Time","User Name",URL\r\n1,2,3\r\n'
    places = find_header(head, b",", [b"url", b"TIME"])
    assert places == {b"time": 0, b"user name": 1, b"url": 2}
    assert pick([b"1", b" 2 "], places, (b"nothing", b"user name")) == b"2"
    assert pick([b"1", b"2"], places, (b"url",)) is None


def test_a_header_that_lacks_a_column_is_none():
    assert find_header(b"a,b\n", b",", [b"a", b"c"]) is None
    assert find_header(b"a,b\n", b",", []) is None
