"""Which lines name a listed domain anywhere? The filter of every format without a kernel of its own."""

from __future__ import annotations

from typing import Any

from numba import uint64

from staffroom.traffic.kernels.squid_fields import is_name_byte
from staffroom.traffic.kernels.text import (
    DOT,
    NOT_LISTED,
    Domains,
    compiled,
    inlined,
    line_end,
    meaning_of,
    word_at,
)
from staffroom.traffic.scan_counts import ADDRESSES, ASIDE, FIRST_KIND, LINES
from staffroom.traffic.suffixes import HOLE

LISTED, NOTHING = -1, -2
REMARK = 35  # a line that begins with # is for the reader: fields, dates
_LONGEST_NAME = 253
_OPENING, _CLOSING, _COLON = 91, 93, 58
_CONNECT = int.from_bytes(b"CONNECT ", "little")


@compiled
def _tunnels_to_address(text: Any, start: int, end: int) -> bool:
    """Say whether the word text[start:end] follows `CONNECT ` and is an IPv4 address."""
    if start < 8 or word_at(text, start - 8) != uint64(_CONNECT):
        return False
    dots = 0
    for at in range(start, end):
        if text[at] == DOT:
            dots += 1
        elif not 48 <= text[at] <= 57:
            return False
    return dots == 3


@compiled
def _tunnels_to_new_address(text: Any, start: int, end: int) -> bool:
    """Say whether the bracket at `start` follows `CONNECT ` and opens an IPv6 address."""
    if text[start] != _OPENING or start < 8 or word_at(text, start - 8) != uint64(_CONNECT):
        return False
    colons = 0
    for at in range(start + 1, end):
        byte = text[at]
        if byte == _CLOSING:
            return colons >= 2
        if byte == _COLON:
            colons += 1
        elif not (48 <= byte <= 57 or 97 <= (byte | 32) <= 102 or byte == DOT):
            return False
    return False


@inlined
def _word_end(text: Any, at: int, end: int) -> int:
    while at < end and is_name_byte(text[at]):
        at += 1
    return at


@compiled
def _place_of_word(text: Any, start: int, end: int, domains: Any) -> int:
    """Return LISTED, a place in `counts` for a kind of blindness, or NOTHING for the word text[start:end]."""
    last = end - 1 if text[end - 1] == DOT else end
    meaning = meaning_of(text, max(start, last - _LONGEST_NAME), last, domains)
    if 0 <= meaning < NOT_LISTED:
        return LISTED
    if meaning != NOT_LISTED and meaning != HOLE:
        return FIRST_KIND - 1 - meaning
    return ADDRESSES if _tunnels_to_address(text, start, end) else NOTHING


@compiled
def _look(text: Any, start: int, end: int, domains: Any) -> int:
    """Return LISTED if the line names a listed domain, else the place of the first blindness it names."""
    found = NOTHING
    at = start
    while at < end:
        word = at
        at = _word_end(text, at, end)
        if at == word:
            if found == NOTHING and _tunnels_to_new_address(text, at, end):
                found = ADDRESSES
            at += 1
            continue
        place = _place_of_word(text, word, at, domains)
        if place == LISTED:
            return LISTED
        if found == NOTHING:
            found = place
    return found


def find_candidates(
    text: Any, length: Any,
    hashes: Any, slots: Any, names: Any, starts: Any, lengths: Any, meanings: Any, mask: Any,
    candidates: Any, counts: Any,
) -> None:  # fmt: skip
    """Note the spans of the lines that name a listed domain or begin with `#`; count the others."""
    domains = Domains(hashes, slots, names, starts, lengths, meanings, mask)
    at = 0
    while at < length:
        end = line_end(text, at, length)
        if end > at:
            is_remark = text[at] == REMARK
            place = LISTED if is_remark else _look(text, at, end, domains)
            if place == LISTED:
                candidates[2 * counts[ASIDE]], candidates[2 * counts[ASIDE] + 1] = at, end
                counts[ASIDE] += 1
            elif place != NOTHING:
                counts[place] += 1
            if not is_remark:
                counts[LINES] += 1
        at = end + 1
