"""From when until when did each thing hold, going by entries that open, repeat and close it?"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from staffroom.records.people import Claim


@dataclass(slots=True)
class _Entry:
    """A claim that is still open, and when it was last confirmed."""

    claim: Claim
    confirmed: datetime


class Ledger:
    """Claims as a log tells them bit by bit.

    A claim that is never closed holds for `longest` after the last line that confirmed it, and no
    more: a log that ends, or a machine that was unplugged, must not leave somebody signed in for ever.
    """

    def __init__(self, longest: timedelta) -> None:
        self._longest = longest
        self._open: dict[Hashable, _Entry] = {}
        self._written: list[Claim] = []

    def confirm(self, key: Hashable, claim: Claim, at: datetime) -> None:
        """Open a claim, or prolong the open one of this key where it says the same.

        An open one that says something else ends at `at`, or earlier where its time was up.
        """
        entry = self._open.get(key)
        if entry and _says_the_same(entry.claim, claim) and at <= entry.confirmed + self._longest:
            entry.confirmed = max(entry.confirmed, at)
            return
        if entry:
            self.close(key, min(at, entry.confirmed + self._longest))
        self._open[key] = _Entry(claim, at)

    def close(self, key: Hashable, at: datetime) -> Claim | None:
        """End the claim of this key and return it, or None where there is none."""
        entry = self._open.pop(key, None)
        if entry is None:
            return None
        if at > entry.claim.since:
            self._written.append(replace(entry.claim, until=at))
        return entry.claim

    def is_open(self, key: Hashable) -> bool:
        """Say whether this key has a claim that nothing has ended."""
        return key in self._open

    def open_keys(self) -> tuple[Hashable, ...]:
        """Return the keys of all open claims."""
        return tuple(self._open)

    def claims(self) -> Iterator[Claim]:
        """Give all claims in order of their start; what is still open ends when its time is up."""
        for key, entry in list(self._open.items()):
            self.close(key, entry.confirmed + self._longest)
        yield from sorted(self._written, key=lambda claim: claim.since)


def _says_the_same(one: Claim, other: Claim) -> bool:
    """Say whether two claims are of the same account and machine at the same address."""
    return (one.address, one.account, one.machine) == (other.address, other.account, other.machine)
