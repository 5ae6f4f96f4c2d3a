"""How does a kernel walk bytes, fingerprint a line and look a host up?

`text` and the tables are bare pointers: an index costs one instruction, and nothing here checks bounds.
A chunk therefore always ends with a newline, and every walk stops at one.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import njit, uint64

from staffroom.traffic.fingerprints import MULTIPLIER
from staffroom.traffic.suffixes import SCATTER, START

NOT_LISTED = 0x7FFF_FFFF
_MULTIPLIER = np.uint64(MULTIPLIER)
_START = np.uint64(START)
_SCATTER = np.uint64(SCATTER)

NEWLINE = 10
RETURN = 13
SPACE = 32
DOT = 46

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
def line_end(text: Any, at: int) -> int:
    """Return where the line's newline stands."""
    while text[at] != NEWLINE:
        at += 1
    return at


@inlined
def field_end(text: Any, at: int) -> int:
    """Return where the field ends: at a space or any control character."""
    while text[at] > SPACE:
        at += 1
    return at


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


@compiled
def fingerprint(text: Any, start: int, end: int, seed: Any) -> Any:
    """Mix text[start:end] into 64 bits, as `fingerprints.fingerprint` does."""
    mixed = seed ^ uint64(end - start)
    at = start
    while at + 8 <= end:
        mixed = (mixed ^ word_at(text, at)) * _MULTIPLIER
        mixed ^= mixed >> uint64(29)
        at += 8
    if at < end:
        last = uint64(0)
        for offset in range(end - at):
            last |= uint64(text[at + offset]) << uint64(8 * offset)
        mixed = (mixed ^ last) * _MULTIPLIER
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
    """Return the meaning of the longest listed domain that the host text[start:end] is, or is under."""
    found = NOT_LISTED
    mixed = _START
    for at in range(end - 1, start - 1, -1):
        mixed = ((mixed << uint64(7)) | (mixed >> uint64(57))) ^ uint64(lower(text[at]))
        if at == start or text[at - 1] == DOT:
            here = meaning_here(text, at, end, mixed, domains)
            if here != NOT_LISTED:
                found = here
    return found
