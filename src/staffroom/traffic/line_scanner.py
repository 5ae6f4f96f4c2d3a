"""How is a log of any format read: filter first, then the format's own reader?"""

from __future__ import annotations

from collections import Counter

import numpy as np

from staffroom.readers.logs.reader import Lines
from staffroom.rules.blind import Blindness
from staffroom.traffic import candidates, machine
from staffroom.traffic.domain_table import NAMED_KINDS
from staffroom.traffic.entry_points import FIND_CANDIDATES
from staffroom.traffic.hits import Tally
from staffroom.traffic.plain_squid import Look
from staffroom.traffic.scan_counts import ADDRESSES, ASIDE, FIRST_KIND, LINES, PLACES
from staffroom.traffic.scanning import Ground, Scan, read_lines


class LineScanner:
    """Find the lines that name a listed domain, and put only those before the reader."""

    def __init__(self, lines: Lines, ground: Ground, look: Look = candidates.look) -> None:
        self._lines = lines
        self._look = look
        self._ground = ground
        self._found: list[bytes] = []
        self._tally = Tally()
        self._kernel = machine.load(FIND_CANDIDATES, ground.kernels) if ground.kernels else None

    def begin(self, chunk: memoryview) -> None:
        """Filter the chunk."""
        self._tally = Tally()
        if self._kernel is None:
            self._found = self._filter_plainly(bytes(chunk))
        else:
            self._found = self._filter(chunk)

    def _filter_plainly(self, chunk: bytes) -> list[bytes]:
        named: Counter[int | str] = Counter()

        def count(what: int | str) -> None:
            named[what] += 1

        found = list(candidates.find_candidates(chunk, self._ground.domains.meanings, count, self._look))
        self._tally.lines = named.pop("line", 0)
        for what, lines in named.items():
            kind = NAMED_KINDS[what] if isinstance(what, int) else Blindness.ADDRESSES
            self._tally.blind[kind.value] += lines
        return found

    def _filter(self, chunk: memoryview) -> list[bytes]:
        assert self._kernel is not None
        text = np.frombuffer(chunk, dtype=np.uint8)
        spans = np.empty(2 + len(text), dtype=np.int32)
        counts = np.zeros(PLACES, dtype=np.int64)
        suffixes = self._ground.domains.suffixes
        self._kernel(text, len(text), *suffixes, len(suffixes.slots) - 1, spans, counts)
        count_blind(self._tally, counts)
        self._tally.lines = int(counts[LINES])
        pairs = spans[: 2 * counts[ASIDE]].reshape(-1, 2).tolist()
        return [bytes(chunk[start:end]) for start, end in pairs]

    def finish(self) -> Scan:
        """Read the lines that were found."""
        hits = read_lines(self._lines, self._found, self._ground, self._tally)
        self._found = []
        return Scan([hits] if hits is not None else [], self._tally)


def count_blind(tally: Tally, counts: np.ndarray[tuple[int], np.dtype[np.int64]]) -> None:
    """Take a kernel's counts of blind lines over into a tally."""
    for place, kind in enumerate(NAMED_KINDS, FIRST_KIND):
        if counts[place]:
            tally.blind[kind.value] += int(counts[place])
    if counts[ADDRESSES]:
        tally.blind[Blindness.ADDRESSES.value] += int(counts[ADDRESSES])
