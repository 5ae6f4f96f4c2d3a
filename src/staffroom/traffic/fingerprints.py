"""What is the keyed fingerprint of a line, by which the same line is known again?"""

from __future__ import annotations

import struct

MASK = 0xFFFF_FFFF_FFFF_FFFF
# An odd 64-bit multiplier with about as many ones as zeros (the golden ratio in 64 bits).
MULTIPLIER = 0x9E37_79B9_7F4A_7C15


def fingerprint(line: bytes, seed: int) -> int:
    """Mix a line's bytes with a secret seed into 64 bits; the kernel's `fingerprint_at` does the same.

    Words of eight bytes, little-endian, the last one padded with zeros; the length is mixed in first.
    """
    padded = line + bytes(-len(line) % 8)
    mixed = (seed ^ len(line)) & MASK
    for word in struct.unpack(f"<{len(padded) // 8}Q", padded):
        mixed = ((mixed ^ word) * MULTIPLIER) & MASK
        mixed ^= mixed >> 29
    return mixed
