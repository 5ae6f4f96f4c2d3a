"""How do logs become evidence: each read from where it stopped, filtered, gathered and kept?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np

from staffroom.readers.logs.reader import Context, LogFormat
from staffroom.records.progress import Progress
from staffroom.records.school import School
from staffroom.rules.attribution import Attribution
from staffroom.rules.catalogue import Catalogue
from staffroom.traffic import domain_table, machine
from staffroom.traffic.bearers import BearerList
from staffroom.traffic.chunks import Chunk
from staffroom.traffic.gathered import Told
from staffroom.traffic.gatherer import MOST_HITS, CompiledGatherer, Gatherer
from staffroom.traffic.hits import Columns
from staffroom.traffic.identity_list import IdentityList
from staffroom.traffic.opening import Opened, Opener
from staffroom.traffic.plain_gatherer import PlainGatherer
from staffroom.traffic.reading import Outcome, Reading
from staffroom.traffic.scanning import Ground, Scan, Scanner
from staffroom.traffic.sources import Source
from staffroom.traffic.store import Store
from staffroom.traffic.stretch import COUNTED

WORKERS = 2
HOUR = 3_600_000
MOST_HOURS = 10_000  # that a chunk may span before its hours are sorted out in another way


class Intake:
    """Reads logs into a store. `kernels` is where compiled kernels are kept, None for the plain path."""

    def __init__(
        self, store: Store, school: School, catalogue: Catalogue, *, now: int, kernels: Path | None
    ) -> None:
        self._store = store
        self._now = now
        self._school = school
        self._domains = domain_table.build(catalogue)
        self._kernels = kernels if kernels is not None and machine.is_available(kernels) else None
        self._bearers = BearerList(
            Attribution(
                school.register,
                timezone=school.calendar.timezone,
                unknown_accounts=school.settings.unknown_accounts,
            )
        )
        self._key = store.key("lines")
        seed = int.from_bytes(self._key[:8], "little")
        self._ground = Ground(self._domains, IdentityList(self._bearers.holdings), seed, self._kernels)
        self._gatherer = self._new_gatherer()
        self._told = dict.fromkeys(COUNTED, 0)
        self._hours: set[int] = set()
        self._readings: list[Reading] = []

    def _new_gatherer(self) -> Gatherer:
        return PlainGatherer() if self._kernels is None else CompiledGatherer(self._kernels)

    def read(
        self, sources: Iterable[Source], progress: Progress, *, format: LogFormat | None = None
    ) -> Iterator[Outcome]:
        """Read logs one after the other; yield what came of each. What was read is kept at the end.

        If the work is broken off (Ctrl-C, a full disk), what was read so far is kept as far as can be,
        and the next run goes on from there.
        """
        try:
            for source in sources:
                opener = Opener(self._store.state.bookmarks, self._key, self._context(source), format)
                with opener.open(source) as opened:
                    yield self._read_one(self._begin(source, opened), progress)
        finally:
            self._keep()

    def _begin(self, source: Source, opened: Opened) -> Reading:
        today = self._store.day_of_hour(self._now // HOUR)
        return Reading(source, opened, self._ground, self._key, today=today)

    def _context(self, source: Source) -> Context:
        return Context(
            listings=self._domains.catalogue,
            written_by=source.modified or self._now,
            timezone=self._school.calendar.timezone,
        )

    def _read_one(self, reading: Reading, progress: Progress) -> Outcome:
        self._readings.append(reading)
        for chunk, scan in self._scanned(reading):
            hours: set[int] = set()
            dropped = scan.dropped + sum(self._gather(columns, hours) for columns in scan.hits)
            reading.saw_hours(hours)
            reading.passed(chunk, scan, self._newly_told(dropped))
            reading.report(progress)
            if self._gatherer.is_full():
                self._keep()
        outcome = reading.finish()
        reading.mark(self._store.state, self._store.day_of_hour)  # so that a copy is known in the same run
        return outcome

    def _scanned(self, reading: Reading) -> Iterator[tuple[Chunk, Scan]]:
        """Scan chunks two at a time; give them in their order."""
        idle: list[Scanner] = []
        waiting: deque[tuple[Chunk, Scanner, Future[None]]] = deque()
        with ThreadPoolExecutor(WORKERS) as pool:
            for chunk in reading.chunks():
                if len(waiting) == WORKERS:
                    yield _finish(waiting.popleft(), idle)
                scanner = idle.pop() if idle else reading.new_scanner()
                waiting.append((chunk, scanner, pool.submit(scanner.begin, chunk.lines)))
            while waiting:
                yield _finish(waiting.popleft(), idle)

    def _gather(self, hits: Columns, seen: set[int]) -> int:
        """Gather hits, adding their hours to `seen`; return how many were pupils', which leave nothing."""
        is_dropped = self._ground.identities.dropped()[hits.identity]
        kept = Columns._make(column[~is_dropped] for column in hits)
        for start in range(0, len(kept.began), MOST_HITS):
            if self._gatherer.is_full():
                self._keep()
            part = Columns._make(column[start : start + MOST_HITS] for column in kept)
            hours = _hours(part)
            self._recall(hours)
            seen.update(hours)
            self._gatherer.gather(part, self._ground.identities.bearers(), self._domains.facts)
        return len(is_dropped) - len(kept.began)

    def _recall(self, hours: list[int]) -> None:
        """Let the gatherer know the fingerprints kept of these hours, each hour once."""
        new = set(hours) - self._hours
        if new:
            self._hours |= new
            self._gatherer.know(self._store.prints_of(new))

    def _newly_told(self, dropped: int) -> dict[Told, int]:
        """Return what the gatherer counted since it was last asked, and the lines dropped before it."""
        now = {what: self._gatherer.told(what) for what in COUNTED}
        newly = {what: now[what] - self._told[what] for what in COUNTED}
        self._told = now
        newly[Told.PUPILS] += dropped
        return newly

    def _keep(self) -> None:
        """Write what was gathered, with every log's bookmark, and begin afresh."""
        for reading in self._readings:
            reading.mark(self._store.state, self._store.day_of_hour)
        self._store.keep(self._gatherer, self._bearers, self._domains)
        self._told = {what: self._told[what] - self._gatherer.told(what) for what in COUNTED}
        self._gatherer = self._new_gatherer()
        self._hours.clear()
        self._readings = [reading for reading in self._readings if not reading.is_done]


def _finish(begun: tuple[Chunk, Scanner, Future[None]], idle: list[Scanner]) -> tuple[Chunk, Scan]:
    chunk, scanner, work = begun
    work.result()
    scan = scanner.finish()
    idle.append(scanner)
    return chunk, scan


def _hours(hits: Columns) -> list[int]:
    """Return the hours since 1970 in which hits ended, each once (they are few: no need to sort)."""
    hours = hits.ended // HOUR
    first = hours.min()
    if hours.max() - first > MOST_HOURS:
        return [int(hour) for hour in np.unique(hours)]
    return [int(first + past) for past in np.flatnonzero(np.bincount(hours - first))]
