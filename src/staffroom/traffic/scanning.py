"""What is a scan: whole lines in, hits and a tally out?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from staffroom.readers.logs.reader import Lines
from staffroom.records.requests import Unreadable
from staffroom.traffic.domain_table import DomainTable
from staffroom.traffic.hits import Columns, Tally
from staffroom.traffic.identity_list import IdentityList
from staffroom.traffic.request_columns import RequestColumns


@dataclass(frozen=True, slots=True)
class Ground:
    """What every scan of one reading rests on. `kernels` is None where the plain path is wanted."""

    domains: DomainTable
    identities: IdentityList
    seed: int
    kernels: Path | None


class Scan(NamedTuple):
    """What came of one chunk."""

    hits: list[Columns]
    tally: Tally
    dropped: int = 0  # pupils' lines that did not even become hits


class Scanner(Protocol):
    """Reads chunks of whole lines (each ends with a newline)."""

    def begin(self, chunk: memoryview) -> None:
        """Do the part of the work that may run beside other work."""

    def finish(self) -> Scan:
        """Do the rest, and return what came of the chunk that was begun."""


def read_lines(lines: Lines, candidates: list[bytes], ground: Ground, tally: Tally) -> Columns | None:
    """Put lines before their format's reader; return the hits among them, None if there are none."""
    rows = RequestColumns(ground.domains.catalogue, ground.identities, ground.seed)
    for line in candidates:
        read = lines.read(line)
        if isinstance(read, Unreadable):
            tally.unreadable[read.reason] += 1
        elif read is not None:
            rows.add(read, line)
    tally.listed += len(rows)
    return rows.columns() if rows else None
