"""Is a fingerprint of a line the same only for the same line and the same key?"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.traffic.fingerprints import fingerprint

SEEDS = st.integers(0, 2**64 - 1)


@given(line=st.binary(max_size=200), seed=SEEDS)
def test_it_is_sixty_four_bits_and_always_the_same(line, seed):
    assert fingerprint(line, seed) == fingerprint(bytes(line), seed)
    assert 0 <= fingerprint(line, seed) < 2**64


@given(line=st.binary(min_size=1, max_size=100), seed=SEEDS, change=st.data())
@settings(max_examples=200)
def test_one_bit_changed_changes_it(line, seed, change):
    place = change.draw(st.integers(0, 8 * len(line) - 1))
    other = bytearray(line)
    other[place // 8] ^= 1 << place % 8
    assert fingerprint(bytes(other), seed) != fingerprint(line, seed)


@given(line=st.binary(max_size=60), seed=SEEDS, zeros=st.integers(1, 9))
def test_zeros_at_the_end_count_though_the_last_word_is_padded_with_them(line, seed, zeros):
    assert fingerprint(line + bytes(zeros), seed) != fingerprint(line, seed)


@given(line=st.binary(min_size=1, max_size=100), seed=SEEDS, other=SEEDS)
def test_with_another_key_it_is_another(line, seed, other):
    assert (fingerprint(line, seed) == fingerprint(line, other)) == (seed == other)


def test_lines_of_a_log_that_differ_in_a_digit_do_not_meet():
    lines = [f"1788768000.{number:06d} made".encode() for number in range(50_000)]
    assert len({fingerprint(line, 7) for line in lines}) == len(lines)
