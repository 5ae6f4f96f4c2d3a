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


def read_devices(content: bytes, *, people: Collection[str]) -> Reading[Device]:
    """Read the device register; `people` are the codes of people.csv.

    A machine of somebody who is not there counts as shared: it names nobody.
    """
    complaints = Complaints(FILE)
    return read_table(content, COLUMNS, complaints, _Desk(complaints, frozenset(people)).device)


@dataclass(slots=True)
class _Desk:
    """Where rows become devices, one after the other."""

    complaints: Complaints
    people: frozenset[str]
    earlier: dict[str, list[tuple[int, Device]]] = field(default_factory=dict)

    def device(self, row: Row) -> Device:
        since, until = days_in(row)
        device = Device(_address(row), self._holder(row), since, until)
        self._compare(device, row.number)
        return device

    def _holder(self, row: Row) -> str:
        if row["person"] and row["person"] not in self.people:
            self.complaints.say(
                row.number, "The person is not in people.csv, so the machine counts as shared."
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


def _address(row: Row) -> str:
    address = even_out(row.need("address"))
    if not (is_ip(address) or is_mac(address) or _HOST_NAME.fullmatch(address)):
        raise RowError("The address is not an IP address, a MAC address or a host name.")
    return address


def _overlap(one: Device, other: Device) -> bool:
    starts = max(one.since or date.min, other.since or date.min)
    return starts <= min(one.until or date.max, other.until or date.max)


def _twice(row: int, *, same: bool) -> str:
    if same:
        return f"The machine is in row {row} already, with the same person."
    return f"The machine is somebody else's in row {row} on the same days, so nobody can be named by it."
