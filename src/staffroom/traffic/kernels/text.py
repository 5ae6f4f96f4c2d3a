"""How does a kernel walk bytes, fingerprint a line and look a host up?

`text` and the tables are bare pointers: an index costs one instruction, and nothing here checks bounds.
A chunk therefore always ends with a newline, and every walk stops at one.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import njit, uint64
from numba.cpython.unsafe.numbers import trailing_zeros

from staffroom.traffic.fingerprints import MULTIPLIER
from staffroom.traffic.suffixes import SCATTER, START

NOT_LISTED = 0x7FFF_FFFF
NO_HOST = 0x7FFF_FFFE
_MULTIPLIER = np.uint64(MULTIPLIER)
_START = np.uint64(START)
_SCATTER = np.uint64(SCATTER)

ONES = np.uint64(0x0101_0101_0101_0101)
TOPS = np.uint64(0x8080_8080_8080_8080)
_NEWLINES = np.uint64(0x0A0A_0A0A_0A0A_0A0A)
_LOW_BITS = np.uint64(0x7F7F_7F7F_7F7F_7F7F)
_UP_TO_SPACE = np.uint64(0x5F5F_5F5F_5F5F_5F5F)
_GATHER = np.uint64(
    0x0002_0408_1020_4081
)  # multiplied by the top bits of eight bytes, puts them side by side
_PAST_SPACES = np.uint64(0x2121_2121_2121_2121)

NEWLINE = 10
RETURN = 13
SPACE = 32
DOT = 46

# What each byte counts as in a host name: itself in small letters, or 0 where it may not stand in one.
_NAME_BYTES = np.zeros(256, dtype=np.uint8)
for _byte in b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_":
    _NAME_BYTES[_byte] = ord(chr(_byte).lower())

compiled: Any = njit(boundscheck=False, error_model="numpy")
inlined: Any = njit(boundscheck=False, error_model="numpy", inline="always")


class Domains(NamedTuple):
    """`suffixes.SuffixTable` as pointers, with the mask of its size."""

    hashes: Any
    slots: Any
    names: Any
    starts: Any
    lengths: Any
    meanings: Any
    mask: Any


@inlined
def word_at(text: Any, at: int) -> Any:
    """Read eight bytes as a little-endian word (one load, once compiled)."""
    return (
        uint64(text[at])
        | (uint64(text[at + 1]) << uint64(8))
        | (uint64(text[at + 2]) << uint64(16))
        | (uint64(text[at + 3]) << uint64(24))
        | (uint64(text[at + 4]) << uint64(32))
        | (uint64(text[at + 5]) << uint64(40))
        | (uint64(text[at + 6]) << uint64(48))
        | (uint64(text[at + 7]) << uint64(56))
    )


@inlined
def line_end(text: Any, at: int, length: int) -> int:
    """Return where the line's newline stands; eight bytes at a time, as long as there are eight."""
    while at + 8 <= length:
        word = word_at(text, at) ^ _NEWLINES
        found = (word - ONES) & ~word & TOPS  # the lowest top bit set is that of the first newline
        if found != 0:
            return at + (trailing_zeros(found) >> 3)
        at += 8
    while text[at] != NEWLINE:
        at += 1
    return at


@inlined
def field_end(text: Any, at: int, length: int) -> int:
    """Return where the field ends: at a space or any control character; eight bytes at a time."""
    while at + 8 <= length:
        word = word_at(text, at)
        found = (word - _PAST_SPACES) & ~word & TOPS  # bytes from 128 on belong to the field
        if found != 0:
            return at + (trailing_zeros(found) >> 3)
        at += 8
    while text[at] > SPACE:
        at += 1
    return at


@inlined
def separators(text: Any, at: int) -> Any:
    """Return 64 bits, one for each of text[at:at + 64]: whether it ends a field, as `field_end` has it.

    The bytes have to be there. Nothing here branches, which is why it is quicker than looking field by field.
    """
    found = uint64(0)
    for number in range(8):
        word = word_at(text, at + 8 * number)
        belongs = (
            (word & _LOW_BITS) + _UP_TO_SPACE
        ) | word  # the top bit of a byte says that it is above a space
        found |= (((~belongs & TOPS) * _GATHER) >> uint64(56)) << uint64(8 * number)
    return found


@inlined
def last_word(text: Any, at: int, end: int, length: int) -> Any:
    """Read the fewer than eight bytes text[at:end] as a word whose other bytes are zero."""
    if at + 8 <= length:
        return word_at(text, at) & ((uint64(1) << uint64(8 * (end - at))) - uint64(1))
    last = uint64(0)
    for offset in range(end - at):
        last |= uint64(text[at + offset]) << uint64(8 * offset)
    return last


@compiled
def fingerprint(text: Any, start: int, end: int, length: int, seed: Any) -> Any:
    """Mix text[start:end] into 64 bits, as `fingerprints.fingerprint` does; `length` is the chunk's."""
    mixed = seed ^ uint64(end - start)
    at = start
    while at + 8 <= end:
        mixed = (mixed ^ word_at(text, at)) * _MULTIPLIER
        mixed ^= mixed >> uint64(29)
        at += 8
    if at < end:
        mixed = (mixed ^ last_word(text, at, end, length)) * _MULTIPLIER
        mixed ^= mixed >> uint64(29)
    return mixed


@inlined
def lower(byte: Any) -> Any:
    """Turn an ASCII capital into its small letter."""
    return byte + 32 if 65 <= byte <= 90 else byte


@compiled
def is_same(text: Any, start: int, names: Any, name: int, length: int) -> bool:
    """Say whether the listed name stands at text[start:], any case."""
    for offset in range(length):
        if lower(text[start + offset]) != names[name + offset]:
            return False
    return True


@compiled
def meaning_here(text: Any, at: int, end: int, mixed: Any, domains: Any) -> int:
    """Return the meaning of the domain text[at:end] whose hash is `mixed`, or NOT_LISTED."""
    place = ((mixed * _SCATTER) >> uint64(32)) & domains.mask
    while domains.slots[place] != -1:
        if domains.hashes[place] == mixed:
            entry = domains.slots[place]
            if domains.lengths[entry] == end - at and is_same(
                text, at, domains.names, domains.starts[entry], end - at
            ):
                return int(domains.meanings[entry])
        place = (place + uint64(1)) & domains.mask
    return NOT_LISTED


@compiled
def meaning_of(text: Any, start: int, end: int, domains: Any) -> int:
    """Return the meaning of the longest listed domain that the host text[start:end] is, or is under.

    NOT_LISTED where there is none, NO_HOST where a byte may not stand in a host. One pass from the last byte
    to the first; the label after the last dot is never looked up, because no listed domain is without one.
    """
    found = NOT_LISTED
    mixed = _START
    dots = 0
    for at in range(end - 1, start - 1, -1):
        byte = _NAME_BYTES[text[at]]
        if byte == 0:
            return NO_HOST
        if byte == DOT:
            if dots > 0:
                here = meaning_here(text, at + 1, end, mixed, domains)
                found = here if here != NOT_LISTED else found
            dots += 1
        mixed = ((mixed << uint64(7)) | (mixed >> uint64(57))) ^ uint64(byte)
    if dots > 0:
        here = meaning_here(text, start, end, mixed, domains)
        found = here if here != NOT_LISTED else found
    return found
