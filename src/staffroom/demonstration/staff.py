"""Who works, governs and helps at the made school?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from staffroom.demonstration.chance import Spread, begin
from staffroom.demonstration.jobs import TEACHERS, Job, fill_jobs
from staffroom.demonstration.names import Accounts, draw_name
from staffroom.records.people import Person

# Our assumption: a quarter never open a social network at school, half of the others do so about once a
# day or less, and a few many times.
NEVER: Final = 0.25
VISITS_A_DAY: Final = Spread(1.1, 1.0, most=14)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody in scope of the policy, the job they have and how they are on the network.

    `visits` is the mean number of their own visits to social networks on a day at school.
    `signs_in_as` is how a proxy writes their account; `here` is False for somebody who has left.
    """

    person: Person
    job: Job
    visits: float
    signs_in_as: str
    here: bool = True


def make_staff(*, seed: int, week: date, staff: int) -> tuple[Colleague, ...]:
    """Make `staff` colleagues and one who left before the week, whose account is still in use."""
    chance, accounts = begin(seed, "staff"), Accounts()
    jobs = fill_jobs(staff)
    turn: dict[str, int] = {}
    made = []
    for number, job in enumerate(jobs, start=1):
        turn[job.title] = turn.get(job.title, -1) + 1
        pattern = job.patterns[turn[job.title] % len(job.patterns)]
        since = week if job.title == "agency teacher" and turn[job.title] == 0 else None
        person = _person(chance, accounts, number=number, job=job, pattern=pattern, since=since)
        made.append(Colleague(person, job, _visits(chance), _written(chance, person)))
    return (*made, _leaver(chance, accounts, number=staff + 1, week=week))


def _person(
    chance: Random, accounts: Accounts, *, number: int, job: Job, pattern: str, since: date | None
) -> Person:
    given, family = draw_name(chance)
    account = accounts.give(f"{given[0]}{family}".lower())
    second = (accounts.give(f"adm-{account}"),) if job.title in ("business director", "site") else ()
    return Person(
        id=f"S{number:03d}",
        name=f"{given} {family}",
        accounts=(account, *second),
        standings=frozenset(job.standings),
        roles=frozenset(job.roles),
        pattern=pattern,
        since=since,
    )


def _leaver(chance: Random, accounts: Accounts, *, number: int, week: date) -> Colleague:
    person = _person(chance, accounts, number=number, job=TEACHERS, pattern="", since=None)
    left = Person(
        person.id,
        person.name,
        person.accounts,
        person.standings,
        person.roles,
        until=week - timedelta(days=10),
    )
    return Colleague(left, TEACHERS, 2.0, person.accounts[0], here=False)


def _visits(chance: Random) -> float:
    wish = VISITS_A_DAY.draw(chance)
    return 0.0 if chance.random() < NEVER else wish


def _written(chance: Random, person: Person) -> str:
    """Choose how a proxy writes the account: as Kerberos, NTLM and basic sign-in do."""
    account = person.accounts[0]
    forms = (account, f"{account}@HOLLYBANK.EXAMPLE", f"HOLLYBANK\\{account}", f"{account.capitalize()}")
    return chance.choices(forms, weights=(4, 4, 3, 1))[0]
