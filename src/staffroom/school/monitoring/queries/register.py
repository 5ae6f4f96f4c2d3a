"""Under which names does the network know people, who is a pupil, and who has hours of their own?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from staffroom.records.people import Person as PersonRecord
from staffroom.records.people import Register
from staffroom.school.people.models import NetworkAccount, Person, Pupil, WorkingHours

SCHOOLS_OWN = ""  # the name of the school's own working hours


def register_of(people: Iterable[PersonRecord]) -> Register:
    """Return the register of people, with their accounts and hours, and the accounts of pupils."""
    accounts: defaultdict[str, list[str]] = defaultdict(list)
    for ref, name in NetworkAccount.objects.order_by().values_list("person__ref", "name"):
        accounts[ref].append(name)
    own = set(WorkingHours.objects.filter(person__isnull=False).values_list("person__ref", flat=True))
    known = (
        replace(one, accounts=(*one.accounts, *accounts[one.id]), pattern=one.id if one.id in own else "")
        for one in people
    )
    pupils = Pupil.objects.exclude(account="").order_by().values_list("account", flat=True)
    return Register(people=tuple(known), pupil_accounts=frozenset(pupils))


def pattern_of(person: Person) -> str:
    """Return the name of the working hours that hold for a person."""
    return person.ref if person.working_hours.exists() else SCHOOLS_OWN
