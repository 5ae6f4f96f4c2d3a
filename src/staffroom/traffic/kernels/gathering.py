"""How do hits become windows of evidence, each line once?"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import uint32, uint64

from staffroom.records.evidence import SLOT_SECONDS, WINDOW_SECONDS
from staffroom.traffic.gathered import (
    BEARER_SHIFT,
    BLOCKED,
    DROPPED,
    FIRST_WINDOW,
    FOLLOWED,
    FOREIGN,
    GRADE,
    LINES,
    MOST_WINDOWS_OF_A_LINE,
    PAGES,
    SERVICE_SHIFT,
    WIDTH,
    Bearers,
    Fresh,
    ListingFacts,
    Told,
    Windows,
)
from staffroom.traffic.hits import BLOCKED as IS_BLOCKED
from staffroom.traffic.hits import FOLLOWED as IS_FOLLOWED
from staffroom.traffic.hits import FOREIGN as IS_FOREIGN
from staffroom.traffic.hits import PAGE as IS_PAGE
from staffroom.traffic.hits import Columns
from staffroom.traffic.kernels.text import compiled, inlined
from staffroom.traffic.suffixes import SCATTER

_SCATTER = np.uint64(SCATTER)
_MEDIA, _LOGIN = 1, 5  # columns
_WINDOW = 1000 * WINDOW_SECONDS
_SLOT = 1000 * SLOT_SECONDS
_HOUR = 3_600_000
_WINDOWS, _FRESH, _PUPILS, _REPEATED, _KEPT = (
    int(Told.WINDOWS),
    int(Told.FRESH),
    int(Told.PUPILS),
    int(Told.REPEATED),
    int(Told.KEPT),
)


class Index(NamedTuple):
    """The rows so far, and the table that finds a row by its key."""

    rows: Any
    slots: Any
    mask: Any
    told: Any


@inlined
def _place(key: Any, mask: Any) -> Any:
    return ((key * _SCATTER) >> uint64(32)) & mask


@compiled
def _bearer_at(bearers: Any, identity: int, at: int) -> int:
    """Find the holding of an identity that a moment falls in (the last one begun)."""
    low, high = bearers.first[identity], bearers.first[identity + 1]
    while high - low > 1:
        middle = (low + high) >> 1
        if bearers.since[middle] <= at:
            low = middle
        else:
            high = middle
    return int(bearers.bearer[low])


@compiled
def _is_new(seen: Any, mask: Any, print_: Any) -> bool:
    """Note a fingerprint; say whether it was not there (an empty place is 0, so 0 is kept as 1)."""
    marked = print_ if print_ != 0 else uint64(1)
    place = _place(marked, mask)
    while seen[place] != 0:
        if seen[place] == marked:
            return False
        place = (place + uint64(1)) & mask
    seen[place] = marked
    return True


@compiled
def _row(index: Any, bearer: int, service: int, window: int) -> int:
    """Find or begin the row of a bearer, a service and a window."""
    key = (
        (uint64(bearer) << uint64(BEARER_SHIFT))
        | (uint64(service) << uint64(SERVICE_SHIFT))
        | uint64(window - FIRST_WINDOW)
    )
    place = _place(key, index.mask)
    while index.slots[place] != -1:
        if index.rows.keys[index.slots[place]] == key:
            return int(index.slots[place])
        place = (place + uint64(1)) & index.mask
    row = index.told[_WINDOWS]
    index.told[_WINDOWS] += 1
    index.slots[place] = row
    rows = index.rows
    rows.keys[row], rows.octets[row], rows.hosts[row] = key, 0, 0
    rows.began[row], rows.lasted[row] = 0, 0
    for column in range(WIDTH):
        rows.counts[row * WIDTH + column] = 0
    return int(row)


@inlined
def _slots(first: int, last: int) -> Any:
    """Return the bits of the slots from `first` to `last`, both included."""
    return uint32((uint64(2) << uint64(last)) - (uint64(1) << uint64(first)))


@compiled
def _count(rows: Any, row: int, hits: Any, hit: int, facts: Any) -> bool:
    """Count a hit into the row of the window in which it began; say whether it is of a kind that lasts."""
    counts = row * WIDTH
    rows.counts[counts + LINES] += 1
    rows.counts[counts + GRADE] = max(rows.counts[counts + GRADE], hits.grade[hit])
    flags = hits.flags[hit]
    column = facts.column[hits.position[hit]]
    if flags & IS_BLOCKED:  # a refused widget or app is no attempt of a person's
        rows.counts[counts + (BLOCKED if column <= _MEDIA or column == _LOGIN else column)] += 1
        return False
    rows.counts[counts + PAGES] += (flags & IS_PAGE) != 0
    rows.counts[counts + FOLLOWED] += (flags & IS_FOLLOWED) != 0
    rows.counts[counts + FOREIGN] += (flags & IS_FOREIGN) != 0
    if column > _MEDIA and column != _LOGIN:
        rows.counts[counts + column] += 1
        return False
    return True


@compiled
def _count_lasting(index: Any, who: int, what: int, hits: Any, hit: int, facts: Any) -> None:
    """Count a line to a page, a picture or a sign-in into every window that it lasted through.

    What it brought is shared between the windows by the time that it had of each.
    """
    column, bit = facts.column[hits.position[hit]], facts.bit[hits.position[hit]]
    began = hits.began[hit]
    first = began // _WINDOW
    ended = min(hits.ended[hit], (first + MOST_WINDOWS_OF_A_LINE) * _WINDOW - 1)
    octets = hits.octets[hit] if column <= _MEDIA else 0
    for window in range(first, ended // _WINDOW + 1):
        row = _row(index, who, what, window)
        rows = index.rows
        start, end = max(began, window * _WINDOW), min(ended, (window + 1) * _WINDOW - 1)
        from_slot, to_slot = start % _WINDOW // _SLOT, end % _WINDOW // _SLOT
        if window == first:
            rows.began[row] |= uint32(uint64(1) << uint64(from_slot))
        rows.lasted[row] |= _slots(from_slot, to_slot)
        rows.octets[row] += octets * (end - start + 1) // (ended - began + 1)
        rows.hosts[row] |= uint64(1) << uint64(bit)
        counts = row * WIDTH
        rows.counts[counts + column] += 1
        rows.counts[counts + GRADE] = max(rows.counts[counts + GRADE], hits.grade[hit])


def note(prints: Any, length: Any, seen: Any, mask: Any) -> None:
    """Note fingerprints as seen."""
    for at in range(length):
        _is_new(seen, mask, prints[at])


def gather(
    length: Any,
    hit_began: Any, hit_ended: Any, hit_octets: Any, identity: Any, position: Any,
    flags: Any, grade: Any, prints: Any,
    first: Any, since: Any, bearer: Any,
    service: Any, column: Any, bit: Any,
    seen: Any, seen_mask: Any, fresh_prints: Any, fresh_hours: Any,
    keys: Any, slots: Any, mask: Any,
    counts: Any, octets: Any, hosts: Any, began: Any, lasted: Any,
    told: Any,
) -> None:  # fmt: skip
    """Count `length` hits into windows, leaving out pupils' lines and lines seen before."""
    hits = Columns(hit_began, hit_ended, hit_octets, identity, position, flags, grade, prints)
    bearers = Bearers(first, since, bearer)
    facts = ListingFacts(service, column, bit)
    fresh = Fresh(fresh_prints, fresh_hours)
    index = Index(Windows(keys, counts, octets, hosts, began, lasted), slots, mask, told)
    for hit in range(length):
        who = _bearer_at(bearers, hits.identity[hit], hits.began[hit])
        if who == DROPPED:
            told[_PUPILS] += 1
            continue
        if not _is_new(seen, seen_mask, hits.fingerprint[hit]):
            told[_REPEATED] += 1
            continue
        fresh.prints[told[_FRESH]] = hits.fingerprint[hit]
        fresh.hours[told[_FRESH]] = hits.ended[hit] // _HOUR
        told[_FRESH] += 1
        told[_KEPT] += 1
        what = facts.service[hits.position[hit]]
        row = _row(index, who, what, hits.began[hit] // _WINDOW)
        if _count(index.rows, row, hits, hit, facts):
            _count_lasting(index, who, what, hits, hit, facts)
