"""What is there at the made school: its people, their machines, its pupils?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random
from typing import Final

from staffroom.demonstration.chance import begin
from staffroom.demonstration.machines import Kind, Machine, make_machines
from staffroom.demonstration.names import Accounts, draw_name
from staffroom.demonstration.staff import Colleague, make_staff

NAME: Final = "Hollybank School"
DAYS: Final = 7
SHARED_LEASE_ON: Final = 1  # Tuesday


@dataclass(frozen=True)
class MadeSchool:
    """A made school in one week (`week` is its Monday).

    `at_once` are two phones that two DHCP servers gave one address on Tuesday, so that nobody can say
    which of the two did what; it is empty in a school with fewer than two registered phones.
    """

    seed: int
    week: date
    colleagues: tuple[Colleague, ...]
    machines: tuple[Machine, ...]
    pupils: tuple[str, ...]
    at_once: tuple[Machine, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Return the seven days of the week, Monday first."""
        return tuple(self.week + timedelta(days=number) for number in range(DAYS))

    @cached_property
    def machines_of(self) -> dict[str, tuple[Machine, ...]]:
        """Return the machines of each person by the person's id; shared ones are under ""."""
        owners = dict.fromkeys(machine.owner for machine in self.machines)
        return {owner: tuple(one for one in self.machines if one.owner == owner) for owner in owners}

    def is_doubtful(self, machine: Machine, day: date) -> bool:
        """Say whether two leases of a day claim the machine's address."""
        return machine in self.at_once and day == self.days[SHARED_LEASE_ON]

    def address_of(self, machine: Machine, day: date) -> str:
        """Return the address of a machine on a day."""
        return self.at_once[0].address if self.is_doubtful(machine, day) else machine.address


def make_school(*, seed: int, week: date, staff: int = 60, pupils: int = 400) -> MadeSchool:
    """Make a school; the same seed, week and sizes make the same one.

    Raises ValueError where `week` is no Monday, there are no pupils, or the staff are too few.
    """
    if week.weekday() != 0:
        raise ValueError(f"A made week begins on a Monday; {week.isoformat()} is not one.")
    if not 1 <= pupils <= 40_000:
        raise ValueError(f"A made school has from 1 to 40,000 pupils; {pupils} were asked for.")
    colleagues = make_staff(seed=seed, week=week, staff=staff)
    machines = make_machines(seed=seed, colleagues=colleagues)
    accounts = _pupil_accounts(begin(seed, "pupils"), pupils)
    return MadeSchool(seed, week, colleagues, machines, accounts, _two_at_once(machines))


def _pupil_accounts(chance: Random, pupils: int) -> tuple[str, ...]:
    """Make accounts such as 21pkaur: the year of arrival, an initial and a family name."""
    accounts = Accounts()
    made = []
    for _ in range(pupils):
        given, family = draw_name(chance)
        made.append(accounts.give(f"{chance.randint(19, 26)}{given[0]}{family}".lower()))
    return tuple(made)


def _two_at_once(machines: tuple[Machine, ...]) -> tuple[Machine, ...]:
    phones = tuple(one for one in machines if one.kind is Kind.PHONE and one.registered)
    return phones[3:5] if len(phones) >= 5 else phones[:2] if len(phones) >= 2 else ()
