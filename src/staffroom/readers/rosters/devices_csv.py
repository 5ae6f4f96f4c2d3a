"""Which machine is whose, according to devices.csv?"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from staffroom.readers.rosters.cells import days_in
from staffroom.readers.rosters.problems import Complaints, Reading, RowError
from staffroom.readers.rosters.table import Columns, Row, read_table
from staffroom.records.people import Device
from staffroom.rules.addresses import even_out, is_ip, is_mac

FILE = "devices.csv"
COLUMNS = Columns(needed=("address", "person"), others=("since", "until"))
MOST_COMPARED = 100  # rows of one machine that a later row is compared with

_HOST_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?")


def read_devices(
    content: bytes, *, people: Collection[str], known_from: str = "people.csv"
) -> Reading[Device]:
    """Read the device register; `people` are the codes of the people that are known, from a named list.

    A machine of somebody who is not there counts as shared: it names nobody.
    """
    complaints = Complaints(FILE)
    return read_table(content, COLUMNS, complaints, _Desk(complaints, frozenset(people), known_from).device)


@dataclass(slots=True)
class _Desk:
    """Where rows become devices, one after the other."""

    complaints: Complaints
    people: frozenset[str]
    known_from: str
    earlier: dict[str, list[tuple[int, Device]]] = field(default_factory=dict)

    def device(self, row: Row) -> Device:
        since, until = days_in(row)
        device = Device(_address(row), self._holder(row), since, until)
        self._compare(device, row.number)
        return device

    def _holder(self, row: Row) -> str:
        if row["person"] and row["person"] not in self.people:
            self.complaints.say(
                row.number, f"The person is not in {self.known_from}, so the machine counts as shared."
            )
            return ""
        return row["person"]

    def _compare(self, device: Device, number: int) -> None:
        """Complain where an earlier row speaks of the same machine in the same days."""
        others = self.earlier.setdefault(device.address, [])
        for row, other in others:
            if _overlap(device, other):
                self.complaints.say(number, _twice(row, same=other.person == device.person))
                break
        if len(others) < MOST_COMPARED:
            others.append((number, device))


def machine_address(text: str) -> str | None:
    """Return an IP address, a MAC address or a host name in the form of the register; None for another."""
    address = even_out(text)
    return address if is_ip(address) or is_mac(address) or _HOST_NAME.fullmatch(address) else None


def _address(row: Row) -> str:
    address = machine_address(row.need("address"))
    if address is None:
        raise RowError("The address is not an IP address, a MAC address or a host name.")
    return address


def _overlap(one: Device, other: Device) -> bool:
    starts = max(one.since or date.min, other.since or date.min)
    return starts <= min(one.until or date.max, other.until or date.max)


def _twice(row: int, *, same: bool) -> str:
    if same:
        return f"The machine is in row {row} already, with the same person."
    return f"The machine is somebody else's in row {row} on the same days, so nobody can be named by it."
