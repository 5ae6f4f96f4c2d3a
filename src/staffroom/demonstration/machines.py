"""Which machines stand at the made school, whose are they, and what does the network know of them?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Final

from staffroom.demonstration.chance import begin
from staffroom.demonstration.staff import Colleague
from staffroom.records.people import Network, NetworkKind

NETWORKS: Final = (
    Network("10.20.0.0/16", NetworkKind.STAFF),
    Network("10.21.0.0/16", NetworkKind.STAFF),
    Network("10.22.0.0/16", NetworkKind.SHARED),
    Network("10.30.0.0/16", NetworkKind.PUPIL),
    Network("10.40.0.0/16", NetworkKind.GUEST),
)
HAS_PHONE: Final = 0.8  # of the staff join a phone to the school's Wi-Fi; our assumption
REGISTERED: Final = 0.6  # of those phones are in the device register; our assumption
CLASSROOMS: Final = 10
TROLLEY: Final = 8


class Kind(StrEnum):
    """How a machine is used, and so what a log says of who used it."""

    DESK = "desk"  # signs in to the proxy with its user's account
    PLAIN = "plain"  # a colleague's machine that does not sign in: known by its lease, or its address
    PHONE = "phone"  # does not sign in: known by its lease, where it is registered
    CLASSROOM = "classroom"  # shared; signs in with whoever uses it
    TROLLEY = "trolley"  # shared; does not sign in


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine, its address through the week, and whether the device register knows whose it is."""

    address: str
    mac: str
    name: str
    kind: Kind
    owner: str = ""  # a person's id
    registered: bool = True

    @property
    def leased(self) -> bool:
        """Say whether the machine has its address from DHCP."""
        return self.kind in (Kind.PHONE, Kind.TROLLEY) or (self.kind is Kind.PLAIN and self.mac != "")


def make_machines(*, seed: int, colleagues: tuple[Colleague, ...]) -> tuple[Machine, ...]:
    """Make every colleague's desk and phone, and the school's shared machines."""
    chance = begin(seed, "machines")
    own = [
        machine
        for number, colleague in enumerate(colleagues, start=1)
        for machine in _of(colleague, number, chance)
    ]
    classrooms = [_shared(number, Kind.CLASSROOM) for number in range(1, CLASSROOMS + 1)]
    trolley = [_shared(number, Kind.TROLLEY) for number in range(1, TROLLEY + 1)]
    return (*own, *classrooms, *trolley)


def _of(colleague: Colleague, number: int, chance: Random) -> list[Machine]:
    machines = []
    if colleague.job.has_desk:
        machines.append(_desk(colleague, number))
    if chance.random() < HAS_PHONE and colleague.here:
        machines.append(_phone(colleague, number, registered=chance.random() < REGISTERED))
    return machines


def _desk(colleague: Colleague, number: int) -> Machine:
    """Make a desk machine; every seventh does not sign in, and site staff's has a fixed address."""
    address, name = _address(20, number), f"HB-STAFF-{number:03d}"
    if colleague.job.title == "site":
        return Machine(address, "", name, Kind.PLAIN, colleague.person.id)
    kind = Kind.PLAIN if number % 7 == 0 else Kind.DESK
    return Machine(address, _mac(1, number), name, kind, colleague.person.id)


def _phone(colleague: Colleague, number: int, *, registered: bool) -> Machine:
    return Machine(
        _address(21, number), _mac(2, number), f"phone-{number}", Kind.PHONE, colleague.person.id, registered
    )


def _shared(number: int, kind: Kind) -> Machine:
    if kind is Kind.CLASSROOM:
        return Machine(_address(22, number), _mac(3, number), f"HB-ROOM-{number:02d}", kind)
    return Machine(_address(22, 400 + number), _mac(4, number), f"HB-TROLLEY-{number:02d}", kind)


def _address(block: int, number: int) -> str:
    return f"10.{block}.{number // 200}.{number % 200 + 10}"


def _mac(group: int, number: int) -> str:
    """Make an address of the locally administered range, which no maker gives to a machine."""
    return f"02:48:42:{group:02x}:{number >> 8:02x}:{number & 255:02x}"
