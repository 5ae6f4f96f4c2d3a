"""How does a chunk of log come out of the scan: columns of numbers, and what was left aside?

A *hit* is one line whose host is in the catalogue, as numbers only: its times, which identity (a place
in a list of client and user pairs), which listed domain, how much, and a keyed fingerprint.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

BLOCKED = 1
PAGE = 2  # the content type is HTML
FOLLOWED = 4  # the Referer is of the same service
FOREIGN = 8  # the Referer is of another site
MEASURED = 16  # the log says how much the client received
MOST_OCTETS = 1 << 36  # 64 GB; a line that says more is damaged, and sums must stay within 64 bits

Times = npt.NDArray[np.int64]
Places = npt.NDArray[np.int32]


class Columns(NamedTuple):
    """One entry a hit: times in milliseconds UTC, octets, and what the line was about."""

    began: Times
    ended: Times
    octets: Times
    identity: Places
    position: Places
    flags: npt.NDArray[np.int32]
    grade: npt.NDArray[np.int32]
    fingerprint: npt.NDArray[np.uint64]

    def cut(self, count: int) -> Columns:
        """Keep the first `count` hits."""
        return Columns._make(column[:count] for column in self)


def room_for(count: int) -> Columns:
    """Make empty columns for `count` hits."""
    times = (np.empty(count, dtype=np.int64) for _ in range(3))
    places = (np.empty(count, dtype=np.int32) for _ in range(4))
    return Columns._make((*times, *places, np.empty(count, dtype=np.uint64)))


@dataclass(slots=True)
class Tally:
    """What a stretch of log held, in lines; reasons are counted, never quoted."""

    lines: int = 0
    listed: int = 0
    blind: Counter[str] = field(default_factory=Counter)
    unreadable: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Count another stretch in."""
        self.lines += other.lines
        self.listed += other.listed
        self.blind.update(other.blind)
        self.unreadable.update(other.unreadable)
