"""Does a forward stream give what the packed stream holds, and never more than it may?"""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.traffic.forward_stream import MOST_AT_ONCE, ForwardStream, TooMuch

CONTENT = bytes(range(256)) * 8
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.integers(0, 600)), st.tuples(st.just("seek"), st.integers(-1, 600))
    )
)


@given(STEPS)
def test_it_gives_what_a_file_gives(steps: list[tuple[str, int]]):
    stream, file = ForwardStream(io.BytesIO(CONTENT), 1 << 20), io.BytesIO(CONTENT)
    for step, amount in steps:
        if step == "read":
            assert stream.read(amount) == file.read(amount)
        else:
            _seek_both(stream, file, amount)
        assert stream.tell() == file.tell()


def _seek_both(stream: ForwardStream, file: io.BytesIO, amount: int) -> None:
    place = file.tell() + amount
    try:
        stream.seek(place)
    except TooMuch:
        assert amount < 0 or place < 0
        return
    file.seek(min(place, len(CONTENT)))


def test_the_last_byte_may_be_read_once_more():
    stream = ForwardStream(io.BytesIO(CONTENT), 1 << 20)
    stream.read(512)
    stream.seek(511)
    assert (stream.tell(), stream.read(1), stream.tell()) == (511, CONTENT[511:512], 512)
    stream.seek(511)
    assert stream.read(3) == CONTENT[511:514]


def test_it_does_not_go_back_further():
    stream = ForwardStream(io.BytesIO(CONTENT), 1 << 20)
    stream.read(512)
    with pytest.raises(TooMuch):
        stream.seek(0)


@pytest.mark.parametrize("size", [-1, MOST_AT_ONCE + 1])
def test_it_is_read_in_small_parts_only(size: int):
    with pytest.raises(TooMuch):
        ForwardStream(io.BytesIO(CONTENT), 1 << 30).read(size)


def test_nothing_is_given_beyond_the_limit():
    stream = ForwardStream(io.BytesIO(CONTENT), 100)
    assert stream.read(100) == CONTENT[:100]
    with pytest.raises(TooMuch):
        stream.read(1)
    with pytest.raises(TooMuch):
        ForwardStream(io.BytesIO(CONTENT), 100).seek(101)
