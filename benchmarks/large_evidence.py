"""Five years of made evidence: weeks in which a fifth of a large school uses a network now and then.

The rows are drawn by chance from a seed; they go the way of all evidence: the store makes the codes, judges
the days and writes the files.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import numpy as np
import numpy.typing as npt

from staffroom.records.evidence import WINDOW_SECONDS
from staffroom.records.requests import Grade
from staffroom.rules.catalogue import Catalogue
from staffroom.rules.pseudonyms import person_identity
from staffroom.traffic import domain_table
from staffroom.traffic.domain_table import DomainTable
from staffroom.traffic.gathered import (
    BEARER_SHIFT,
    COUNTED,
    FIRST_WINDOW,
    SERVICE_SHIFT,
    WIDTH,
    Fresh,
    Windows,
)
from staffroom.traffic.store import Store

SERVICES: Final = ("facebook", "instagram", "linkedin", "reddit", "youtube", "x")
USERS_A_DAY: Final = 2_000
MOST_WINDOWS: Final = 6  # of five minutes, of one person and service on a day
WINDOWS_OF_A_DAY: Final = 108  # from 07:00 for nine hours
SCHOOL_DAYS: Final = 5


class MadePeople:
    """Numbers for people, as a reading would have given them: each person's place in the list."""

    def __init__(self, refs: Sequence[str]) -> None:
        self._refs = refs

    def identity(self, number: int) -> str:
        """Return what the code of a number is made from."""
        return person_identity(self._refs[number])

    def is_attributed(self, number: int) -> bool:
        """Say that a number is a person: nobody here is a stranger."""
        return number < len(self._refs)


class MadeWeek:
    """What a gatherer would hold after a week of logs."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows

    def windows(self) -> Windows:
        """Return the windows of the week."""
        return self._windows

    def fresh(self) -> Fresh:
        """Return no fingerprints: no line stands behind made evidence."""
        return Fresh(np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int32))


def write_weeks(store: Store, refs: Sequence[str], mondays: Sequence[date], catalogue: Catalogue) -> None:
    """Write evidence of each week into the store; the same seed makes the same rows."""
    chance = np.random.default_rng(20_260_901)
    people, domains = MadePeople(refs), domain_table.build(catalogue)
    for monday in mondays:
        store.keep(MadeWeek(_week(chance, len(refs), monday, domains)), people, domains)


def _week(chance: np.random.Generator, people: int, monday: date, domains: DomainTable) -> Windows:
    days = [_day(chance, people, monday + timedelta(days=ahead), domains) for ahead in range(SCHOOL_DAYS)]
    return Windows._make(np.concatenate(columns) for columns in zip(*days, strict=True))


def _day(chance: np.random.Generator, people: int, day: date, domains: DomainTable) -> Windows:
    numbers = np.array([domains.services.index(one) for one in SERVICES if one in domains.services])
    lasting = chance.integers(1, MOST_WINDOWS + 1, USERS_A_DAY)
    which = np.repeat(np.arange(USERS_A_DAY), lasting)
    first = chance.integers(0, WINDOWS_OF_A_DAY - MOST_WINDOWS, USERS_A_DAY)
    past = np.arange(len(which)) - np.repeat(np.cumsum(lasting) - lasting, lasting)
    begins = int(datetime.combine(day, time(7), UTC).timestamp()) // WINDOW_SECONDS - FIRST_WINDOW
    bearer = chance.choice(people, USERS_A_DAY, replace=False)[which].astype(np.uint64)
    service = chance.choice(numbers, USERS_A_DAY)[which].astype(np.uint64)
    window = (begins + first[which] + past).astype(np.uint64)
    keys = bearer << np.uint64(BEARER_SHIFT) | service << np.uint64(SERVICE_SHIFT) | window
    return _counted(chance, keys)


def _counted(chance: np.random.Generator, keys: npt.NDArray[np.uint64]) -> Windows:
    """Give each window the lines of somebody who looks, at random more or fewer."""
    counts = np.zeros((len(keys), WIDTH), dtype=np.int32)
    for name, most in {"interactive": 12, "media": 30, "background": 3, "pages": 4, "followed": 2}.items():
        counts[:, COUNTED.index(name)] = chance.integers(0, most + 1, len(keys))
    counts[:, COUNTED.index("lines")] = counts.sum(axis=1)
    counts[:, COUNTED.index("grade")] = Grade.PAGE
    return Windows(
        keys,
        counts,
        chance.integers(10_000, 9_000_000, len(keys)),
        chance.integers(1, 64, len(keys), dtype=np.uint64),
        chance.integers(1, 1 << 20, len(keys), dtype=np.uint32),
        chance.integers(1, 1 << 20, len(keys), dtype=np.uint32),
    )
