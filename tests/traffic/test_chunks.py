"""Is a stream cut into chunks of whole lines, whatever it holds and however it comes?"""

from __future__ import annotations

import gzip
import io
import lzma

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.traffic.chunks import Chunks

TEXTS = st.lists(
    st.sampled_from((b"a", b"bb\n", b"\n", b"ccc", b"long line of some length\n")), max_size=40
).map(b"".join)


class Drips(io.RawIOBase):
    """Gives a few bytes at a time, as a pipe may."""

    def __init__(self, text: bytes, most: int) -> None:
        self._left, self._most = text, most

    def readable(self) -> bool:
        return True

    def readinto(self, room) -> int:
        part, self._left = self._left[: min(self._most, len(room))], self._left[min(self._most, len(room)) :]
        room[: len(part)] = part
        return len(part)


def cut(stream, largest: int, *, rest: bytes = b"") -> tuple[list[bytes], Chunks, int]:
    """Return the text of each chunk, the cutter, and how many lines were too long."""
    cutter = Chunks(stream, offset=0, rest=rest, largest=largest)
    texts, too_long = [], 0
    for chunk in cutter:
        texts.append(bytes(chunk.lines))
        too_long += chunk.too_long
    return texts, cutter, too_long


@given(text=TEXTS, largest=st.integers(30, 80), most=st.integers(1, 50))
@settings(max_examples=200)
def test_chunks_are_whole_lines_and_together_with_the_rest_the_whole_stream(text, largest, most):
    short = b"\n".join(line[:29] for line in text.split(b"\n"))
    texts, cutter, too_long = cut(io.BufferedReader(Drips(short, most)), largest)
    assert b"".join(texts) + cutter.rest == short
    assert all(part.endswith(b"\n") and len(part) <= largest for part in texts)
    assert b"\n" not in cutter.rest
    assert cutter.end == len(short) - len(cutter.rest)
    assert not too_long


@given(text=TEXTS, largest=st.integers(4, 12), most=st.integers(1, 50))
@settings(max_examples=200)
def test_every_line_that_fits_comes_through_and_every_other_is_counted(text, largest, most):
    texts, cutter, too_long = cut(io.BufferedReader(Drips(text, most)), largest)
    *lines, last = text.split(b"\n")
    assert b"".join(texts) == b"".join(line + b"\n" for line in lines if len(line) < largest)
    assert too_long == sum(len(line) >= largest for line in [*lines, last])
    assert cutter.rest == (last if len(last) < largest else b"")
    assert cutter.end == len(text) - len(cutter.rest)


@given(text=TEXTS, at=st.integers(0, 60))
@settings(max_examples=200)
def test_what_was_read_before_is_put_back_in_front(text, at):
    assert cut(io.BytesIO(text[at:]), 80, rest=text[:at])[0] == cut(io.BytesIO(text), 80)[0]


def test_a_chunk_keeps_its_bytes_while_two_more_are_cut():
    cutter = iter(Chunks(io.BytesIO(b"a\nb\nc\nd\ne\n"), offset=0, largest=2))
    first, _, _ = next(cutter), next(cutter), next(cutter)
    assert bytes(first.lines) == b"a\n"


@pytest.mark.parametrize("packed", [gzip.compress, lzma.compress])
def test_what_came_before_damage_is_given_and_the_damage_told(packed):
    lines = b"".join(b"made line %d\n" % number for number in range(50_000))
    whole = packed(lines)
    half = io.BytesIO(whole[: len(whole) // 2])
    with gzip.GzipFile(fileobj=half) if packed is gzip.compress else lzma.LZMAFile(half) as unpacked:
        texts, cutter, _ = cut(unpacked, 1 << 20)
    given_out = b"".join(texts)
    assert cutter.is_damaged
    assert lines.startswith(given_out)
    assert len(given_out) > len(lines) // 4


def test_a_disk_that_stops_answering_is_damage_and_no_crash():
    class Stops(Drips):
        def readinto(self, room) -> int:
            return super().readinto(room) or self._fail()

        def _fail(self) -> int:
            raise OSError(5, "Input/output error")

    texts, cutter, _ = cut(io.BufferedReader(Stops(b"one\ntwo\nthr", 4)), 100)
    assert (texts, cutter.is_damaged, cutter.rest) == ([b"one\ntwo\n"], True, b"thr")


def test_an_empty_stream_has_no_chunks():
    assert cut(io.BytesIO(b""), 100)[0] == []
