"""How are the catalogue's domains laid out so that a kernel can look a host up?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from staffroom.traffic.fingerprints import MASK

# A name is hashed from its last byte to its first, so that one pass hashes every suffix of a host.
# Turning by seven bits costs two instructions a byte; a name found is compared byte by byte all the same.
START = 0xCBF2_9CE4_8422_2325
SCATTER = 0x9E37_79B9_7F4A_7C15
EMPTY = -1
HOLE = -1_000  # the meaning of a domain that a school took out of the catalogue


class SuffixTable(NamedTuple):
    """An open-addressing table from a domain's hash to its entry, with the names to verify against.

    `slots` has a power of two of places. An entry's meaning is a listing's position, -1 - kind for a
    kind of blindness, or HOLE.
    """

    hashes: npt.NDArray[np.uint64]
    slots: npt.NDArray[np.int32]
    names: npt.NDArray[np.uint8]
    starts: npt.NDArray[np.int32]
    lengths: npt.NDArray[np.int32]
    meanings: npt.NDArray[np.int32]


def hash_backwards(name: bytes) -> int:
    """Hash a name in small letters from its last byte to its first."""
    mixed = START
    for byte in reversed(name):
        mixed = (((mixed << 7) | (mixed >> 57)) & MASK) ^ byte
    return mixed


def build_table(meanings: Mapping[bytes, int]) -> SuffixTable:
    """Lay out domains (ASCII, small letters) with their meanings."""
    names = tuple(meanings)
    size = 1 << max(4, (4 * len(names)).bit_length())
    hashes = np.zeros(size, dtype=np.uint64)
    slots = np.full(size, EMPTY, dtype=np.int32)
    for entry, name in enumerate(names):
        _insert(hashes, slots, hash_backwards(name), entry)
    lengths = np.array([len(name) for name in names], dtype=np.int32)
    starts = np.cumsum(lengths, dtype=np.int32) - lengths
    text = np.frombuffer(b"".join(names) or b"\0", dtype=np.uint8)
    return SuffixTable(hashes, slots, text, starts, lengths, _numbers(meanings.values()))


def _insert(hashes: npt.NDArray[np.uint64], slots: npt.NDArray[np.int32], hashed: int, entry: int) -> None:
    mask = len(slots) - 1
    place = (((hashed * SCATTER) & MASK) >> 32) & mask
    while slots[place] != EMPTY:
        place = (place + 1) & mask
    hashes[place] = hashed
    slots[place] = entry


def _numbers(values: Iterable[int]) -> npt.NDArray[np.int32]:
    return np.fromiter(values, dtype=np.int32)
