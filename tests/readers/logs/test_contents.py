from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.logs.contents import (
    LONGEST_LINE,
    decode_text,
    decode_user,
    find_damage,
    read_content_type,
    read_number,
    read_octets,
    read_referrer,
    trim_line,
)
from staffroom.readers.logs.heads import first_lines, mostly


def test_line_ends_and_byte_order_marks_are_trimmed():
    assert trim_line(b"\xef\xbb\xbfone\r") == b"one"
    assert trim_line(b"one\r\n") == b"one"
    assert trim_line(b" one ") == b" one "


def test_a_line_too_long_or_with_nul_bytes_is_damaged_and_says_nothing_of_itself():
    assert find_damage(b"a" * LONGEST_LINE) is None
    assert find_damage(b"a" * (LONGEST_LINE + 1)).reason == "it is longer than 65,536 bytes"
    assert find_damage(b"a\0b").reason == "it holds NUL bytes"


def test_text_is_utf8_or_else_latin1():
    assert decode_text("José".encode()) == "José"
    assert decode_text("José".encode("latin-1")) == "José"
    assert decode_text(b"-") == ""


@pytest.mark.parametrize(
    ("field", "user"),
    [
        (b"jane", "jane"),
        (b"SCHOOL\\Jane", "SCHOOL\\Jane"),
        (b"SCHOOL%5cJane", "SCHOOL\\Jane"),
        (b"jane%20example", "jane example"),
        (b"Jane@School.Example", "Jane@School.Example"),
        (b"jos%C3%A9", "josé"),
        (b"100%", "100%"),
        (b"-", ""),
        (b"", ""),
    ],
)
def test_a_user_name_keeps_its_case_and_its_domain_and_loses_only_its_percent_encoding(field, user):
    assert decode_user(field) == user


def test_a_user_who_is_the_client_again_is_none():
    assert decode_user(b"10.0.0.5", b"10.0.0.5") == ""


@pytest.mark.parametrize(
    ("field", "number"), [(b"12", 12), (b"-12", -12), (b"", None), (b"1.5", None), (b"9" * 19, None)]
)
def test_numbers_are_whole_and_of_bounded_length(field, number):
    assert read_number(field) == number


def test_a_size_that_is_not_given_is_none_and_never_nought():
    assert read_octets(b"0") == 0
    assert read_octets(b"-") is None
    assert read_octets(b"-5") is None


def test_of_a_referer_only_the_host_is_kept():
    assert read_referrer(b"https://www.example.org/private?q=1") == "www.example.org"
    assert read_referrer(b"-") == ""


def test_a_content_type_loses_its_parameters():
    assert read_content_type(b"Text/HTML; charset=utf-8") == "text/html"
    assert read_content_type(b"-") == ""


def test_comments_and_empty_lines_do_not_count_among_the_first_lines():
    assert first_lines(b"#x\n\none\r\ntwo\n") == [b"one", b"two"]


def test_a_last_line_that_may_be_torn_counts_only_where_it_is_the_only_one():
    assert first_lines(b"one\ntw") == [b"one"]
    assert first_lines(b"#x\none") == [b"one"]


def test_half_is_not_most():
    assert mostly(b"a\na\nb\n", lambda line: line == b"a")
    assert not mostly(b"a\nb\n", lambda line: line == b"a")
    assert not mostly(b"", lambda line: True)


@given(st.binary(max_size=80), st.binary(max_size=20))
def test_any_field_has_some_meaning(field, client):
    assert isinstance(decode_user(field, client), str)
    assert isinstance(read_referrer(field), str)
    assert isinstance(read_content_type(field), str)
    octets = read_octets(field)
    assert octets is None or octets >= 0
