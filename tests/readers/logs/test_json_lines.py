"""Is a JSON line taken apart without loss and without danger?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.logs.json_lines import load_record, record_of, text_of, texts_of


def test_numbers_keep_every_figure() -> None:
    record = load_record(b'{"ts":1788768062.100000,"n":12345678901234567890,"x":NaN}')

    assert record is not None
    assert text_of(record, "ts") == b"1788768062.100000"
    assert text_of(record, "n") == b"12345678901234567890"
    assert text_of(record, "x") == b"NaN"


def test_of_a_list_the_first_text_counts_and_anything_else_is_empty() -> None:
    record = load_record(
        '{"a":["one","two"],"b":[],"c":null,"d":true,"e":{"f":"é"},"g":[null,"two"]}'.encode()
    )

    assert record is not None
    assert [text_of(record, key) for key in "abcdeg"] == [b"one", b"", b"", b"", b"", b"two"]
    assert texts_of(record, "a") == [b"one", b"two"]
    assert text_of(record_of(record, "e"), "f") == "é".encode()
    assert record_of(record, "a") == {}


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"1",
        b'"a"',
        b'{"a":',
        b"\xff{}",
        b'{"a":' + b"[" * 100_000,
        b'{"a":"' + b"x" * 10**6 + b'"}',
    ],
)
def test_what_is_no_object_or_too_deep_or_too_long_is_none(line: bytes) -> None:
    assert load_record(line) is None


def test_a_number_of_any_length_is_text() -> None:
    record = load_record(b'{"a":' + b"9" * 10_000 + b"}")

    assert record is not None
    assert len(text_of(record, "a")) == 10_000


@given(st.binary(max_size=100))
def test_no_bytes_are_too_strange(line: bytes) -> None:
    record = load_record(line)

    assert record is None or isinstance(record, dict)
