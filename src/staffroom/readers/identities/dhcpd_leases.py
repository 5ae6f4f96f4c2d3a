"""Which machine held which address, according to ISC dhcpd's dhcpd.leases?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from staffroom.readers.identities.holdings import Holdings
from staffroom.readers.identities.machines import name_machines, read_hardware, read_host_name
from staffroom.readers.identities.moments import as_moment
from staffroom.readers.identities.reader import IdentityFormat, Problem
from staffroom.readers.identities.texts import number_lines
from staffroom.readers.logs.clients import read_address
from staffroom.readers.logs.times import parse_epoch, parse_iso
from staffroom.records.people import Claim

_LEASE = re.compile(rb"^lease [0-9.]{7,15} \{", re.MULTILINE)
_STATES_OF_NOBODY = ("abandoned", "reset")  # in use by something that the server never leased it to


@dataclass(slots=True)
class _Lease:
    """One block of the file: the state of one address when the block was written."""

    line: int
    address: str | None
    starts: datetime | None = None
    ends: datetime | None = None  # None: `never`, or not said
    state: str = "active"
    hardware: str = ""
    host_name: str = ""
    depth: int = 1  # of braces: `on expiry { … }` stands inside a lease

    def learn(self, words: list[str]) -> None:
        """Take one statement; most say nothing about who held the address."""
        match words:
            case ["starts", *time]:
                self.starts = _read_moment(time)
            case ["ends", *time]:
                self.ends = _read_moment(time)
            case ["binding", "state", state]:
                self.state = state
            case ["hardware", _, address]:
                self.hardware = read_hardware(address)
            case ["client-hostname", name]:
                self.host_name = read_host_name(name)

    @property
    def machine(self) -> str:
        """Return the hardware address, or else the name that the machine gave itself; "" for nobody."""
        return "" if self.state in _STATES_OF_NOBODY else self.hardware or self.host_name


class DhcpdLeasesFormat:
    """ISC dhcpd's lease file: a block for each change, the later one superseding (dhcpd.leases(5)).

    Times are UTC whatever the zone. A lease given back early ends early. IPv6 leases (`ia-na`) name no
    machine by its hardware address and are counted as problems.
    """

    name = "dhcpd-leases"
    title = "ISC DHCP server leases"

    def recognises(self, head: bytes) -> bool:
        """Say whether a lease block begins in the head."""
        return _LEASE.search(head) is not None

    def read(self, content: bytes, *, timezone: str, written_by: int) -> Iterator[Claim | Problem]:
        """Turn leases into claims; see `identities.reader.IdentityFormat`."""
        holdings = Holdings(self.name)
        names: dict[str, str] = {}
        for lease in _read_leases(content):
            problem = lease if isinstance(lease, Problem) else _enter(lease, holdings)
            if problem:
                yield problem
            elif isinstance(lease, _Lease) and lease.host_name:
                names[lease.machine] = lease.host_name
        yield from name_machines(holdings.claims(), names)


def _read_leases(content: bytes) -> Iterator[_Lease | Problem]:
    """Give each block of the file; a block without its closing brace is a problem."""
    lease: _Lease | None = None
    for number, line in number_lines(content):
        words = line.replace(";", " ").split()
        if words[:1] == ["lease"] and words[-1] == "{":
            if lease:
                yield Problem(lease.line, "The lease is cut off.")
            lease = _Lease(number, read_address(" ".join(words[1:-1]).encode("ascii", "replace")))
        elif lease is None:
            if words[:1] in (["ia-na"], ["ia-ta"]):
                yield Problem(number, "IPv6 leases of this server are not read.")
        elif _closes(lease, words):
            yield lease
            lease = None
    if lease:
        yield Problem(lease.line, "The lease is cut off.")


def _closes(lease: _Lease, words: list[str]) -> bool:
    """Take the words of a line inside a lease, and say whether they close it."""
    if words[-1:] == ["{"]:
        lease.depth += 1
    elif words == ["}"]:
        lease.depth -= 1
    elif lease.depth == 1:
        lease.learn(words)
    return lease.depth == 0


def _enter(lease: _Lease, holdings: Holdings) -> Problem | None:
    """Enter one block among the holdings of its address."""
    if lease.address is None:
        return Problem(lease.line, "The lease has no IP address that can be read.")
    if lease.starts is None:
        return Problem(lease.line, "The lease has no start that can be read.")
    holdings.enter(lease.address, lease.machine, lease.starts, lease.ends)
    return None


def _read_moment(words: list[str]) -> datetime | None:
    """Read `1 2026/09/07 08:00:00` (a weekday, then UTC) or `epoch 1788768062`; None for `never`."""
    if words[:1] == ["epoch"] and len(words) > 1:
        return as_moment(parse_epoch(words[1].encode("ascii", "replace")))
    if len(words) < 3:
        return None
    text = f"{words[1].replace('/', '-')}T{words[2]}"
    return as_moment(parse_iso(text.encode("ascii", "replace"), UTC))


FORMAT: IdentityFormat = DhcpdLeasesFormat()
