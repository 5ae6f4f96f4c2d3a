"""Is the address of a machine read, and nothing else taken for one?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.logs.clients import read_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (b"10.0.0.5", "10.0.0.5"),
        (b"::ffff:10.0.0.5", "10.0.0.5"),
        (b"2001:DB8:0::5", "2001:db8::5"),
        (b"fe80::1%eth0", "fe80::1"),
    ],
)
def test_an_address_is_written_in_one_way(text: bytes, address: str) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize(
    "text", [b"", b"-", b"pc-12", b"10.0.0.5:53", b"10.0.0", b"10.0.0.5 ", b"1" * 100, b"\xff"]
)
def test_anything_else_is_none(text: bytes) -> None:
    assert read_address(text) is None


@given(st.binary(max_size=80))
def test_no_bytes_are_too_strange(text: bytes) -> None:
    address = read_address(text)

    assert address is None or read_address(address.encode()) == address
