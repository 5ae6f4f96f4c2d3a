"""What do the status and the URL of a line of Squid's say, byte by byte?"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import uint64
from numba.cpython.unsafe.numbers import trailing_zeros

from staffroom.traffic.kernels.text import DOT, ONES, TOPS, compiled, inlined, word_at

_COLONS = np.uint64(0x3A3A_3A3A_3A3A_3A3A)
_SLASHES = np.uint64(0x2F2F_2F2F_2F2F_2F2F)
_QUESTIONS = np.uint64(0x3F3F_3F3F_3F3F_3F3F)
_TCP_DENI = int.from_bytes(b"TCP_DENI", "little")
_NIED_403 = int.from_bytes(b"NIED/403", "little")


@inlined
def is_ordinary_status(text: Any, start: int, end: int) -> bool:
    """Say whether the status is TCP_<something but DENIED>/2xx or 3xx."""
    if end - start < 9 or text[end - 4] != 47 or not (text[end - 3] == 50 or text[end - 3] == 51):
        return False
    if text[start] != 84 or text[start + 1] != 67 or text[start + 2] != 80 or text[start + 3] != 95:
        return False
    return text[start + 4] != 68  # D of TCP_DENIED


@inlined
def is_refusal(text: Any, start: int, end: int) -> bool:
    """Say whether the status is TCP_DENIED/403: an attempt."""
    if end - start != 14 or word_at(text, start) != uint64(_TCP_DENI):
        return False
    return word_at(text, start + 6) == uint64(_NIED_403)


@compiled
def has_denied(text: Any, start: int, end: int) -> bool:
    """Say whether DENIED stands somewhere in a status that does not begin with it."""
    for at in range(start, end - 5):
        if text[at] == 68 and text[at + 1] == 69 and text[at + 2] == 78 and text[at + 3] == 73:
            return True
    return False


@inlined
def is_challenge(text: Any, end: int) -> bool:
    """Say whether the status ends with /407: half of an authentication, no request of its own."""
    return text[end - 1] == 55 and text[end - 2] == 48 and text[end - 3] == 52 and text[end - 4] == 47


@inlined
def is_tunnel(text: Any, start: int, end: int) -> bool:
    """Say whether the method is CONNECT."""
    return end - start == 7 and text[start] == 67 and text[start + 6] == 84


@inlined
def host_start(text: Any, start: int, end: int) -> int:
    """Return where the host starts in a URL (http or https) or an authority."""
    if (
        end - start > 6
        and text[start] == 104
        and text[start + 1] == text[start + 2] == 116
        and text[start + 3] == 112
    ):
        at = start + 5 if text[start + 4] == 115 else start + 4
        if text[at] == 58 and text[at + 1] == 47 and text[at + 2] == 47:
            return at + 3
    return start


@inlined
def is_name_byte(byte: int) -> bool:
    """Say whether a byte may stand in a host name: a letter, a digit, a dot, a hyphen or an underscore."""
    return 97 <= (byte | 32) <= 122 or 45 <= byte <= 46 or 48 <= byte <= 57 or byte == 95


@compiled
def is_plain_rest(text: Any, at: int, end: int) -> bool:
    """Say whether what follows the host is nothing, a path, or a port and perhaps a path."""
    if at == end or text[at] == 47 or text[at] == 63:
        return True
    if text[at] != 58:
        return False
    port = at + 1
    at = port
    while at < end and 48 <= text[at] <= 57:
        at += 1
    return at > port and (at == end or text[at] == 47)


@inlined
def host_end(text: Any, start: int, end: int, length: int) -> int:
    """Return where the host ends, or -1 where the target is not a host with a port or a path."""
    at = authority_end(text, start, end, length)
    if at == start or at - start > 253 or text[at - 1] == DOT or not is_plain_rest(text, at, end):
        return -1
    return at


@inlined
def authority_end(text: Any, start: int, end: int, length: int) -> int:
    """Return where the first colon, slash or question mark stands, or `end`; eight bytes at a time."""
    at = start
    while at < end and at + 8 <= length:
        word = word_at(text, at)
        colon, slash, question = word ^ _COLONS, word ^ _SLASHES, word ^ _QUESTIONS
        found = (colon - ONES) & ~colon & TOPS
        found |= (slash - ONES) & ~slash & TOPS
        found |= (question - ONES) & ~question & TOPS
        if found != 0:
            return min(at + (trailing_zeros(found) >> 3), end)
        at += 8
    while at < end and text[at] != 58 and text[at] != 47 and text[at] != 63:
        at += 1
    return min(at, end)


@compiled
def is_address(text: Any, start: int, end: int) -> bool:
    """Say whether a host is digits and dots only, ending in a digit."""
    for at in range(start, end):
        if not (text[at] == DOT or 48 <= text[at] <= 57):
            return False
    return bool(48 <= text[end - 1] <= 57)
