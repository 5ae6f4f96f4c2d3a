"""Is a text file read in the encoding that explains it?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.identities.texts import number_lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_same_text_is_read_from_every_encoding_of_windows_and_unix(encoding: str) -> None:
    assert list(number_lines("zoë\r\nor\nso".encode(encoding))) == [(1, "zoë"), (2, "or"), (3, "so")]


def test_one_byte_far_into_a_file_decides_for_the_whole_of_it() -> None:
    content = b"x" * 1_500_000 + "ë".encode("cp1252") + b"\n"

    assert [line[-1] for _, line in number_lines(content)] == ["ë"]


def test_a_letter_of_two_bytes_may_lie_across_the_parts_that_are_looked_at() -> None:
    content = b"x" * 999_999 + "ë".encode()

    assert [line[-1] for _, line in number_lines(content)] == ["ë"]


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(content: bytes) -> None:
    numbers = [number for number, _ in number_lines(content)]

    assert numbers == list(range(1, len(numbers) + 1))
