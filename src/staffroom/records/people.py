"""Who is in scope of the policy, and who is at which machine?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Standing(StrEnum):
    """How a person belongs to the school (clause ABT-2)."""

    EMPLOYEE = "employee"
    GOVERNOR = "governor"
    TRUSTEE = "trustee"
    DIRECTOR = "director"
    VOLUNTEER = "volunteer"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in scope of the policy; `until` is the last day, None while they stay."""

    id: str
    name: str
    accounts: tuple[str, ...]
    standings: frozenset[Standing]
    roles: frozenset[str] = frozenset()
    pattern: str = ""  # name of a working pattern; "" is the school's own
    since: date | None = None
    until: date | None = None


class NetworkKind(StrEnum):
    """For whom a range of addresses is."""

    STAFF = "staff"
    PUPIL = "pupil"
    GUEST = "guest"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Network:
    """A range of addresses in CIDR notation, and for whom it is."""

    range: str
    kind: NetworkKind


@dataclass(frozen=True, slots=True)
class Device:
    """A machine of the device register; `person` is "" for a shared one.

    `address` is an IP address, a MAC address (lower case, colons) or a host name.
    """

    address: str
    person: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that one account or one machine held an IP address for a while.

    `account` is a user name as the source wrote it, or "" where the source only knows the
    machine (`machine`: a MAC address in lower case with colons, or a host name). Times are aware;
    `until` is None where the source never said that it ended.
    """

    address: str
    since: datetime
    until: datetime | None
    source: str
    account: str = ""
    machine: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """Everything the school holds about who is at which machine."""

    people: tuple[Person, ...] = ()
    pupil_accounts: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = ()
    devices: tuple[Device, ...] = ()
    claims: tuple[Claim, ...] = field(default=())
