"""What must a reader of leases or sign-ins be able to do?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from staffroom.records.people import Claim

LARGEST = 200_000_000  # bytes of one file; a school's leases of a year are a tenth of that


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of a file that could not be read: its line (from 1; 0 is the whole file) and why.

    The reason never holds a word of the file.
    """

    line: int
    reason: str


class IdentityFormat(Protocol):
    """One format of a file that says who or what held an address, and when."""

    name: str  # a slug, also for --format
    title: str

    def recognises(self, head: bytes) -> bool:
        """Say whether the first 64 KB of a file are of this format. Never raises."""

    def read(self, content: bytes, *, timezone: str, written_by: int) -> Iterator[Claim | Problem]:
        """Turn a whole file into claims, and into problems where it cannot be read.

        `timezone` (an IANA name) is that of local times. `written_by` is the file's own time, in
        milliseconds since 1970 in UTC. Raises ValueError for an unknown time zone, and never for
        anything in the file.
        """
