"""Who held each address, going by records that state both a start and an end?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from staffroom.records.people import Claim


@dataclass(slots=True)
class _Holding:
    """An address in the hands of one machine; `until` is None where no end was stated."""

    machine: str
    since: datetime
    until: datetime | None

    def covers(self, at: datetime) -> bool:
        """Say whether it held at that moment, its very end included."""
        return self.since <= at and (self.until is None or at <= self.until)


class Holdings:
    """What each address was used for, as record follows record: a later one corrects the one before."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._held: dict[str, list[_Holding]] = {}
        self._latest: dict[str, _Holding] = {}  # by machine

    def enter(self, address: str, machine: str, since: datetime, until: datetime | None) -> None:
        """Take the next record of an address; `machine` is "" where nobody is known to hold it.

        The same machine within its time: renewed, or given back early. Another one: the first ends.
        """
        held = self._held.setdefault(address, [])
        last = held[-1] if held else None
        if last and last.covers(since):
            if last.machine == machine:
                last.until = until
                return
            last.until = since
        if machine:
            held.append(_Holding(machine, since, until))
            self._latest[machine] = held[-1]

    def end(self, machine: str, at: datetime) -> None:
        """End what a machine was last given, if that still held."""
        latest = self._latest.get(machine)
        if latest and latest.covers(at):
            latest.until = at

    def claims(self) -> Iterator[Claim]:
        """Give all holdings that lasted, address by address."""
        for address, held in self._held.items():
            for one in held:
                if one.until is None or one.since < one.until:
                    yield Claim(address, one.since, one.until, self._source, machine=one.machine)
