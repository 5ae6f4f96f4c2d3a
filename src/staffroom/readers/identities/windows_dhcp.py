"""Which machine held which address, according to the audit log of a Windows DHCP server?"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from staffroom.readers.identities.ledger import Ledger
from staffroom.readers.identities.machines import name_machines, read_hardware, read_host_name
from staffroom.readers.identities.moments import as_moment
from staffroom.readers.identities.reader import IdentityFormat, Problem
from staffroom.readers.identities.texts import number_lines
from staffroom.readers.logs.clients import read_address
from staffroom.readers.logs.times import find_zone, parse_local
from staffroom.records.people import Claim

_HEADER = re.compile(rb"^ID,Date,Time,Description,IP Address,Host Name,MAC Address", re.MULTILINE)
_COLUMNS = 7  # ID, Date, Time, Description, IP Address, Host Name, MAC Address; newer servers add more

# The text at the head of every such log explains its numbers; 20 and 21 are leases to BOOTP clients.
_GIVEN = frozenset(("10", "11", "20", "21"))
_ENDED = frozenset(("12", "13", "16", "17", "18"))  # released, in use by another, deleted, expired (twice)


@dataclass(frozen=True, slots=True)
class _Row:
    """One event about one address."""

    number: str
    at: datetime
    address: str
    host_name: str
    hardware: str


class WindowsDhcpFormat:
    """`DhcpSrvLog-Mon.log` and its sisters, one a weekday: what was leased, renewed, released.

    Dates are month/day/year on every server, in its local time. The log does not say how long a lease
    is: one that nothing ends holds for 24 hours after it was last given or renewed, which
    a machine does whenever it starts.
    """

    name = "windows-dhcp"
    title = "Windows DHCP server audit log"

    longest = timedelta(hours=24)

    def recognises(self, head: bytes) -> bool:
        """Say whether the head holds the names of the columns."""
        return _HEADER.search(head) is not None

    def read(self, content: bytes, *, timezone: str, written_by: int) -> Iterator[Claim | Problem]:
        """Turn events into claims; see `identities.reader.IdentityFormat`."""
        ledger = Ledger(self.longest)
        names: dict[str, str] = {}
        for row in _read_rows(content, find_zone(timezone)):
            if isinstance(row, Problem):
                yield row
            elif row.number in _ENDED:
                ledger.close(row.address, row.at)
            else:
                machine = row.hardware or row.host_name
                names[machine] = row.host_name
                claim = Claim(row.address, row.at, None, self.name, machine=machine)
                ledger.confirm(row.address, claim, row.at)
        yield from name_machines(ledger.claims(), names)


def _read_rows(content: bytes, zone: tzinfo) -> Iterator[_Row | Problem]:
    """Give each event about a lease, and a problem for each that cannot be read."""
    for number, line in number_lines(content):
        event = line.partition(",")[0].strip()
        if event in _GIVEN or event in _ENDED:
            yield _read_row(number, line, zone)


def _read_row(number: int, line: str, zone: tzinfo) -> _Row | Problem:
    """Read one event; see the names of the columns above."""
    try:
        fields = next(csv.reader([line]), [])
    except csv.Error:
        fields = []
    if len(fields) < _COLUMNS:
        return Problem(number, "The event has too few columns.")
    event, day, clock, _, address_text, host_name, hardware = fields[:_COLUMNS]
    written = f"{day.strip()} {clock.strip()}".encode("ascii", "replace")
    at = as_moment(parse_local(written, "%m/%d/%y %H:%M:%S", zone))
    address = read_address(address_text.strip().encode("ascii", "replace"))
    if at is None:
        return Problem(number, "The date or time of the event cannot be read.")
    if address is None:
        return Problem(number, "The event has no IP address that can be read.")
    row = _Row(event.strip(), at, address, read_host_name(host_name), read_hardware(hardware))
    if row.number in _GIVEN and not row.hardware and not row.host_name:
        return Problem(number, "The lease names no machine.")
    return row


FORMAT: IdentityFormat = WindowsDhcpFormat()
