"""Which leases did the made school's DHCP servers write down?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from staffroom.demonstration.machines import Machine
from staffroom.demonstration.made_school import MadeSchool
from staffroom.demonstration.presence import moment

FROM, UNTIL = time(5, 0), time(23, 55)
HEAD: Final = "# The leases of the made school; dhcpd.leases(5) documents the format.\n"


@dataclass(frozen=True, slots=True)
class Lease:
    """An address given to a machine on one day, from the early morning to the late evening."""

    address: str
    machine: Machine
    day: date


def main_server(school: MadeSchool) -> bytes:
    """Write the leases of the school's own server."""
    leased = [one for one in school.machines if one.leased]
    return _write(
        Lease(machine.address, machine, day)
        for day in school.days
        for machine in leased
        if not (school.is_doubtful(machine, day) and machine == school.at_once[1])
    )


def second_server(school: MadeSchool) -> bytes:
    """Write the lease of a second server, which gave out an address that was taken already."""
    return _write(
        Lease(school.address_of(machine, day), machine, day)
        for day in school.days
        for machine in school.at_once[1:]
        if school.is_doubtful(machine, day)
    )


def _write(leases: Iterator[Lease]) -> bytes:
    return (HEAD + "".join(_block(lease) for lease in leases)).encode("ascii")


def _block(lease: Lease) -> str:
    """Write one block; its times are in UTC and begin with the day of the week, Sunday being 0."""
    starts, ends = _utc(lease.day, FROM), _utc(lease.day, UNTIL)
    return (
        f"lease {lease.address} {{\n"
        f"  starts {starts};\n"
        f"  ends {ends};\n"
        "  binding state active;\n"
        f"  hardware ethernet {lease.machine.mac};\n"
        f'  client-hostname "{lease.machine.name}";\n'
        "}\n"
    )


def _utc(day: date, at: time) -> str:
    when = datetime.fromtimestamp(moment(day, at) / 1000, tz=UTC)
    return f"{when.isoweekday() % 7} {when:%Y/%m/%d %H:%M:%S}"
