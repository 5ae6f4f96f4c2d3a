"""How are lines of Squid's native format read at memory speed?

The kernel takes the ordinary line and leaves every odd one (a strange status, a percent sign in a host,
a number that is none) to the plain reader, so that there is one truth about what a line means. Nothing of
a line is copied out unless its host is listed.

The format (https://wiki.squid-cache.org/Features/LogFormat), the time being that of the END:
`%ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import uint64
from numba.cpython.unsafe.numbers import trailing_zeros

from staffroom.records.requests import Grade
from staffroom.traffic.hits import BLOCKED, MEASURED, MOST_OCTETS, PAGE, Columns
from staffroom.traffic.kernels.identities import Identities, place_of
from staffroom.traffic.kernels.squid_fields import (
    has_denied,
    host_end,
    host_start,
    is_address,
    is_challenge,
    is_ordinary_status,
    is_refusal,
    is_tunnel,
)
from staffroom.traffic.kernels.text import (
    DOT,
    NEWLINE,
    NO_HOST,
    NOT_LISTED,
    RETURN,
    SPACE,
    Domains,
    compiled,
    field_end,
    fingerprint,
    inlined,
    line_end,
    meaning_of,
    separators,
    word_at,
)
from staffroom.traffic.scan_counts import ADDRESSES, ASIDE, DROPPED, FIRST_KIND, HITS, LINES
from staffroom.traffic.suffixes import HOLE

NOTHING, TAKEN, ODD, DROP = range(4)  # what came of a line
EARLIEST = 946_684_800_000  # 1 January 2000 and 1 January 2100, as `readers.logs.times` has them
LATEST = 4_102_444_800_000
_GRADE = int(Grade.NAME_AND_VOLUME)
_SHORTEST = 40  # a line whose URL ends before this is left to the plain reader
_LONGEST = 1 << 16
_REACH = 64  # bytes whose ends of fields are found together
_SPACES = np.uint64(0x2020_2020_2020_2020)


@compiled
def _is_number(text: Any, start: int, end: int) -> bool:
    if not 0 < end - start <= 15:
        return False
    for at in range(start, end):
        if not 48 <= text[at] <= 57:
            return False
    return True


@inlined
def _number(text: Any, start: int, end: int) -> int:
    value = 0
    for at in range(start, end):
        value = value * 10 + (text[at] - 48)
    return value


@inlined
def _are_digits(word: Any, mask: Any) -> bool:
    """Say whether the bytes of a word that the mask covers are all ASCII digits."""
    high = uint64(0xF0F0_F0F0_F0F0_F0F0)
    digits = uint64(0x3030_3030_3030_3030)
    carried = word + uint64(0x0606_0606_0606_0606)  # ':' and above leave the row of the digits
    return ((word & high) ^ digits) & mask == 0 and ((carried & high) ^ digits) & mask == 0


@inlined
def _is_stamp(text: Any, start: int) -> bool:
    """Say whether ten digits, a dot, three digits and a space stand here."""
    if text[start + 10] != DOT or text[start + 14] != SPACE:
        return False
    every, last = uint64(0xFFFF_FFFF_FFFF_FFFF), uint64(0x0000_FFFF_FF00_FFFF)
    return _are_digits(word_at(text, start), every) and _are_digits(word_at(text, start + 8), last)


@inlined
def _is_page(text: Any, start: int, end: int) -> bool:
    """Say whether the content type begins with text/html, in any case."""
    if end - start < 9:
        return False
    first = word_at(text, start) | uint64(0x2020_2020_2020_2020)  # makes capitals small; no field holds 0x0F
    return first == uint64(0x6D74_682F_7478_6574) and text[start + 8] | 32 == 108


@compiled
def _is_whole(text: Any, target_end: int, user_end: int, kind: int, kind_end: int) -> bool:
    """Say whether user, hierarchy (it has a slash) and content type end the line, one space between each."""
    last = kind_end + 1 if text[kind_end] == RETURN else kind_end
    if text[last] != NEWLINE:
        return False
    slash = user_end + 1
    while slash < kind and text[slash] != 47:
        slash += 1
    return slash < kind and user_end > target_end + 1 and kind_end > kind


@compiled
def _take(
    text: Any,
    start: int,
    length: int,
    marks: Any,
    meaning: int,
    hits: Any,
    hit: int,
    identities: Any,
    seed: Any,
) -> int:
    """Write a listed line's numbers into the columns; ODD where the line is not an ordinary one."""
    elapsed, elapsed_end, client_end, octets, octets_end, target_end = marks
    user_end = field_end(text, target_end + 1, length)
    if text[user_end] != SPACE or text[octets_end + 1] == SPACE:
        return ODD  # the line ends here, or has no method
    kind = field_end(text, user_end + 1, length) + 1
    if text[kind - 1] != SPACE:
        return ODD
    kind_end = field_end(text, kind, length)
    if not _is_whole(text, target_end, user_end, kind, kind_end) or kind_end - start > _LONGEST:
        return ODD
    if not _is_number(text, elapsed, elapsed_end) or not _is_number(text, octets, octets_end):
        return ODD
    ended = _number(text, start, start + 10) * 1000 + _number(text, start + 11, start + 14)
    began = ended - _number(text, elapsed, elapsed_end)
    if began < EARLIEST or ended >= LATEST or client_end == elapsed_end + 1:
        return ODD
    place = place_of(text, (elapsed_end + 1, client_end, target_end + 1, user_end), length, identities, seed)
    if place < 0:
        return ODD
    if identities.dropped[place] != 0:
        return DROP
    hits.began[hit], hits.ended[hit] = began, ended
    hits.octets[hit] = min(_number(text, octets, octets_end), MOST_OCTETS)
    hits.identity[hit], hits.position[hit], hits.grade[hit] = place, meaning, _GRADE
    flags = MEASURED | PAGE if _is_page(text, kind, kind_end) else MEASURED
    hits.flags[hit] = flags | BLOCKED if text[octets - 1 - 4] == 47 and text[octets - 4] == 52 else flags
    hits.fingerprint[hit] = fingerprint(text, start, kind_end, length, seed)
    return TAKEN


@inlined
def _pass_over(text: Any, method: Any, host: Any, meaning: int, counts: Any) -> int:
    """Count a line whose host is not listed: an address, a kind of blindness, or nothing."""
    if meaning == NOT_LISTED:
        if is_tunnel(text, method[0], method[1]) and is_address(text, host[0], host[1]):
            counts[ADDRESSES] += 1
    elif meaning != HOLE:
        counts[FIRST_KIND - 1 - meaning] += 1
    return NOTHING


@inlined
def _first_fields(text: Any, at: int, length: int) -> Any:
    """Find where the elapsed time begins, and where it and the four fields after it end.

    The last is -1 where another is not followed by a space; the one before it is a place in the line still.
    """
    if at + _REACH <= length and text[at + 7] != SPACE:
        padding = trailing_zeros(word_at(text, at) ^ _SPACES) >> 3
        first = (separators(text, at) >> padding) << padding
        second = first & (first - uint64(1))
        third = second & (second - uint64(1))
        fourth = third & (third - uint64(1))
        fifth = fourth & (fourth - uint64(1))
        if fifth != 0:
            elapsed_end, client_end = at + trailing_zeros(first), at + trailing_zeros(second)
            status_end, octets_end = at + trailing_zeros(third), at + trailing_zeros(fourth)
            if (
                text[elapsed_end] != SPACE
                or text[client_end] != SPACE
                or text[status_end] != SPACE
                or text[octets_end] != SPACE
            ):
                return at, elapsed_end, client_end, status_end, at, -1
            method_end = at + trailing_zeros(fifth)
            return at + padding, elapsed_end, client_end, status_end, octets_end, method_end
    return _fields_one_by_one(text, at, length)


@compiled
def _fields_one_by_one(text: Any, at: int, length: int) -> Any:
    """Do the same for fields that are long, or near the end of the chunk."""
    elapsed = at
    while text[elapsed] == SPACE:
        elapsed += 1
    elapsed_end = field_end(text, elapsed, length)
    if text[elapsed_end] != SPACE:
        return elapsed, elapsed_end, elapsed_end, elapsed_end, elapsed_end, -1
    client_end = field_end(text, elapsed_end + 1, length)
    if text[client_end] != SPACE:
        return elapsed, elapsed_end, client_end, client_end, client_end, -1
    status_end = field_end(text, client_end + 1, length)
    if text[status_end] != SPACE:
        return elapsed, elapsed_end, client_end, status_end, status_end, -1
    octets_end = field_end(text, status_end + 1, length)
    if text[octets_end] != SPACE:
        return elapsed, elapsed_end, client_end, status_end, octets_end, -1
    return elapsed, elapsed_end, client_end, status_end, octets_end, field_end(text, octets_end + 1, length)


@compiled
def _read_line(
    text: Any, start: int, length: int, domains: Any, identities: Any, seed: Any, hits: Any, counts: Any
) -> Any:
    """Read one line; return what came of it, and a place in it from which its end is looked for."""
    if start + _SHORTEST > length or not _is_stamp(text, start):
        return ODD, start
    elapsed, elapsed_end, client_end, status_end, octets_end, method_end = _first_fields(
        text, start + 15, length
    )
    if method_end < 0 or text[method_end] != SPACE:
        return ODD, octets_end
    target_end = field_end(text, method_end + 1, length)
    if text[target_end] != SPACE or target_end - start < _SHORTEST:
        return ODD, target_end
    is_refused = is_refusal(text, client_end + 1, status_end)
    if not is_refused and not is_ordinary_status(text, client_end + 1, status_end):
        return (NOTHING if is_challenge(text, status_end) else ODD), target_end
    host = host_start(text, method_end + 1, target_end)
    last = host_end(text, host, target_end, length)
    if last < 0:
        return ODD, target_end
    meaning = meaning_of(text, host, last, domains)
    if meaning == NO_HOST:
        return ODD, target_end
    if is_refused and (meaning < 0 or meaning == NOT_LISTED):
        return NOTHING, target_end
    if meaning < 0 or meaning == NOT_LISTED:
        return _pass_over(text, (octets_end + 1, method_end), (host, last), meaning, counts), target_end
    if not is_refused and has_denied(text, client_end + 1, status_end):
        return ODD, target_end
    marks = (elapsed, elapsed_end, client_end, status_end + 1, octets_end, target_end)
    return _take(text, start, length, marks, meaning, hits, counts[HITS], identities, seed), target_end


def scan_squid(
    text: Any, length: Any, seed: Any,
    hashes: Any, slots: Any, names: Any, starts: Any, lengths: Any, meanings: Any, mask: Any,
    pair_hashes: Any, pair_slots: Any, pool: Any, spans: Any, used: Any, pair_mask: Any, dropped: Any,
    began: Any, ended: Any, octets: Any, identity: Any, position: Any, flags: Any, grade: Any, prints: Any,
    odd: Any, counts: Any,
) -> None:  # fmt: skip
    """Read whole lines (the chunk ends with a newline) into the columns, and odd lines' spans into `odd`."""
    domains = Domains(hashes, slots, names, starts, lengths, meanings, mask)
    identities = Identities(pair_hashes, pair_slots, pool, spans, used, pair_mask, dropped)
    hits = Columns(began, ended, octets, identity, position, flags, grade, prints)
    at = 0
    while at < length:
        came, stop = _read_line(text, at, length, domains, identities, seed, hits, counts)
        end = line_end(text, stop, length)
        if came == TAKEN:
            counts[HITS] += 1
        elif came == DROP:
            counts[DROPPED] += 1
        elif came == ODD and end > at:
            odd[2 * counts[ASIDE]], odd[2 * counts[ASIDE] + 1] = at, end
            counts[ASIDE] += 1
        if end > at:
            counts[LINES] += 1
        at = end + 1
