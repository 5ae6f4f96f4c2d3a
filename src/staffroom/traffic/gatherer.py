"""How are hits gathered into windows of evidence, each line once, in bounded memory?"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from staffroom.traffic import machine
from staffroom.traffic.entry_points import GATHER, NOTE
from staffroom.traffic.gathered import WIDTH, Bearers, Fresh, ListingFacts, Told, Windows
from staffroom.traffic.hits import Columns

MOST_HITS = 1 << 15  # in one call; between two calls it is emptied when it is full
MOST_WINDOWS = 300_000  # before the gatherer wants to be emptied
MOST_SEEN = 1_500_000
_ROWS = 1 << 20  # no fewer than MOST_WINDOWS and those that MOST_HITS lines may last through
_SEEN = 1 << 18  # at first; it grows

Prints = npt.NDArray[np.uint64]


class Gatherer(Protocol):
    """Windows so far, and the fingerprints of the lines they rest on."""

    def know(self, prints: Prints) -> None:
        """Learn fingerprints of lines that were gathered before this gatherer began."""

    def gather(self, hits: Columns, bearers: Bearers, facts: ListingFacts) -> None:
        """Count hits into windows, leaving out pupils' lines and lines seen before."""

    def told(self, what: Told) -> int:
        """Return one of the counts since this gatherer began."""

    def is_full(self) -> bool:
        """Say whether it is time to empty it."""

    def windows(self) -> Windows:
        """Return the windows gathered so far."""

    def fresh(self) -> Fresh:
        """Return the fingerprints gathered so far, with their hours."""


class CompiledGatherer:
    """Gather with the compiled kernel; raises `machine.Unavailable` where there is none."""

    def __init__(self, kernels: Path) -> None:
        self._gather = machine.load(GATHER, kernels)
        self._note = machine.load(NOTE, kernels)
        self._seen = np.zeros(_SEEN, dtype=np.uint64)
        self._fresh = Fresh(
            np.empty(MOST_SEEN + MOST_HITS, dtype=np.uint64), np.empty(MOST_SEEN + MOST_HITS, dtype=np.int32)
        )
        self._slots = np.full(2 * _ROWS, -1, dtype=np.int32)
        self._rows = _room(_ROWS)
        self._told = np.zeros(len(Told), dtype=np.int64)
        self._known = 0

    def know(self, prints: Prints) -> None:
        """Learn fingerprints of lines that were gathered before this gatherer began."""
        self._known += len(prints)
        self._make_room(0)
        self._note(prints, len(prints), self._seen, len(self._seen) - 1)

    def gather(self, hits: Columns, bearers: Bearers, facts: ListingFacts) -> None:
        """Count hits into windows, leaving out pupils' lines and lines seen before."""
        self._make_room(len(hits.began))
        self._gather(
            len(hits.began), *hits, *bearers, *facts, self._seen, len(self._seen) - 1, *self._fresh,
            self._rows.keys, self._slots, 2 * _ROWS - 1, *self._rows[1:], self._told,
        )  # fmt: skip

    def _make_room(self, hits: int) -> None:
        """Keep the table of fingerprints at most half full (hours read before may be any number)."""
        while 2 * (self._known + self.told(Told.FRESH) + hits) > len(self._seen):
            seen = self._seen[self._seen != 0]
            self._seen = np.zeros(2 * len(self._seen), dtype=np.uint64)
            self._note(seen, len(seen), self._seen, len(self._seen) - 1)

    def told(self, what: Told) -> int:
        """Return one of the counts since this gatherer began."""
        return int(self._told[what])

    def is_full(self) -> bool:
        """Say whether it is time to empty it."""
        return self.told(Told.WINDOWS) > MOST_WINDOWS or self._known + self.told(Told.FRESH) > MOST_SEEN

    def windows(self) -> Windows:
        """Return the windows gathered so far."""
        return Windows._make(column[: self.told(Told.WINDOWS)] for column in self._rows)

    def fresh(self) -> Fresh:
        """Return the fingerprints gathered so far, with their hours."""
        return Fresh._make(column[: self.told(Told.FRESH)] for column in self._fresh)


def _room(rows: int) -> Windows:
    return Windows(
        np.empty(rows, dtype=np.uint64),
        np.empty((rows, WIDTH), dtype=np.int32),
        np.empty(rows, dtype=np.int64),
        np.empty(rows, dtype=np.uint64),
        np.empty(rows, dtype=np.uint32),
        np.empty(rows, dtype=np.uint32),
    )
