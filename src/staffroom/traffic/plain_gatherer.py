"""How are hits gathered where no kernel can be compiled? The plain twin of `kernels.gathering`."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

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

_WINDOW = 1000 * WINDOW_SECONDS
_SLOT = 1000 * SLOT_SECONDS
_HOUR = 3_600_000
_MEDIA, _LOGIN = 1, 5  # columns
MOST_WINDOWS = 300_000
MOST_SEEN = 1_500_000


class Lasting(NamedTuple):
    """A line of a kind that may last through several windows."""

    began: int
    ended: int
    octets: int
    grade: int
    column: int
    bit: int


class Row:
    """One window's numbers while they grow."""

    __slots__ = ("began", "counts", "hosts", "lasted", "octets")

    def __init__(self) -> None:
        self.counts = [0] * WIDTH
        self.octets = self.hosts = self.began = self.lasted = 0


class PlainGatherer:
    """Gather in plain Python; every result equals the kernel's."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._fresh: list[tuple[int, int]] = []
        self._rows: dict[int, Row] = {}
        self._told: Counter[Told] = Counter()

    def know(self, prints: npt.NDArray[np.uint64]) -> None:
        """Learn fingerprints of lines that were gathered before this gatherer began."""
        self._seen.update(prints.tolist())

    def gather(self, hits: Columns, bearers: Bearers, facts: ListingFacts) -> None:
        """Count hits into windows, leaving out pupils' lines and lines seen before."""
        holdings = _holdings(bearers)
        about = list(zip(*(column.tolist() for column in facts), strict=True))
        for began, ended, octets, identity, position, flags, grade, print_ in zip(
            *(column.tolist() for column in hits), strict=True
        ):
            since, bearer = holdings[identity]
            who = bearer[max(0, bisect_right(since, began) - 1)]
            if not self._is_kept(who, print_, ended):
                continue
            service, column, bit = about[position]
            row = self._row(who, service, began // _WINDOW)
            if _count(row, flags, grade, column):
                self._count_lasting(who, service, Lasting(began, ended, octets, grade, column, bit))

    def _is_kept(self, who: int, print_: int, ended: int) -> bool:
        if who == DROPPED:
            self._told[Told.PUPILS] += 1
            return False
        if print_ in self._seen:
            self._told[Told.REPEATED] += 1
            return False
        self._seen.add(print_)
        self._fresh.append((print_, ended // _HOUR))
        self._told[Told.FRESH] += 1
        self._told[Told.KEPT] += 1
        return True

    def _row(self, who: int, service: int, window: int) -> Row:
        key = who << BEARER_SHIFT | service << SERVICE_SHIFT | (window - FIRST_WINDOW)
        if key not in self._rows:
            self._rows[key] = Row()
            self._told[Told.WINDOWS] += 1
        return self._rows[key]

    def _count_lasting(self, who: int, service: int, line: Lasting) -> None:
        first = line.began // _WINDOW
        ended = min(line.ended, (first + MOST_WINDOWS_OF_A_LINE) * _WINDOW - 1)
        octets = line.octets if line.column <= _MEDIA else 0
        for window in range(first, ended // _WINDOW + 1):
            row = self._row(who, service, window)
            start, end = max(line.began, window * _WINDOW), min(ended, (window + 1) * _WINDOW - 1)
            from_slot, to_slot = start % _WINDOW // _SLOT, end % _WINDOW // _SLOT
            row.began |= 1 << from_slot if window == first else 0
            row.lasted |= (2 << to_slot) - (1 << from_slot)
            row.octets += octets * (end - start + 1) // (ended - line.began + 1)
            row.hosts |= 1 << line.bit
            row.counts[line.column] += 1
            row.counts[GRADE] = max(row.counts[GRADE], line.grade)

    def told(self, what: Told) -> int:
        """Return one of the counts since this gatherer began."""
        return self._told[what]

    def is_full(self) -> bool:
        """Say whether it is time to empty it."""
        return len(self._rows) > MOST_WINDOWS or len(self._seen) > MOST_SEEN

    def windows(self) -> Windows:
        """Return the windows gathered so far."""
        rows = self._rows.values()
        return Windows(
            np.array(list(self._rows), dtype=np.uint64),
            np.array([row.counts for row in rows], dtype=np.int32).reshape(-1, WIDTH),
            np.array([row.octets for row in rows], dtype=np.int64),
            np.array([row.hosts for row in rows], dtype=np.uint64),
            np.array([row.began for row in rows], dtype=np.uint32),
            np.array([row.lasted for row in rows], dtype=np.uint32),
        )

    def fresh(self) -> Fresh:
        """Return the fingerprints gathered so far, with their hours."""
        return Fresh(
            np.array([print_ for print_, _ in self._fresh], dtype=np.uint64),
            np.array([hour for _, hour in self._fresh], dtype=np.int32),
        )


def _holdings(bearers: Bearers) -> list[tuple[list[int], list[int]]]:
    first, since, bearer = (column.tolist() for column in bearers)
    return [(since[start:end], bearer[start:end]) for start, end in pairwise(first)]


def _count(row: Row, flags: int, grade: int, column: int) -> bool:
    """Count a hit into the row of the window in which it began; say whether it is of a kind that lasts."""
    counts = row.counts
    counts[LINES] += 1
    counts[GRADE] = max(counts[GRADE], grade)
    if flags & IS_BLOCKED:  # a refused widget or app is no attempt of a person's
        counts[BLOCKED if column <= _MEDIA or column == _LOGIN else column] += 1
        return False
    counts[PAGES] += bool(flags & IS_PAGE)
    counts[FOLLOWED] += bool(flags & IS_FOLLOWED)
    counts[FOREIGN] += bool(flags & IS_FOREIGN)
    if column > _MEDIA and column != _LOGIN:
        counts[column] += 1
        return False
    return True
