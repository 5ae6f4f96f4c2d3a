"""How do the made colleagues come into the office?"""

from __future__ import annotations

from datetime import date
from typing import Final

from staffroom.demonstration.chance import begin
from staffroom.demonstration.made_school import NAME
from staffroom.demonstration.office.office import MAKER, Office, by
from staffroom.demonstration.posts import give_posts
from staffroom.demonstration.staff import Colleague
from staffroom.school.people.actions import Particulars, add_account, add_person, give_post, leave
from staffroom.school.people.actions.school import Description, describe_school
from staffroom.school.people.models import Person

DOMAIN: Final = "hollybank.example"
ADDRESS: Final = "Hollybank School\nHolly Lane\nAnytown"


def describe(office: Office) -> None:
    """Write down what the school is called and where it is."""
    description = Description(name=NAME, nation="ENG", address=ADDRESS, colour="petrol")
    describe_school(by=MAKER, at=office.moments.began, description=description)


def add_colleagues(office: Office) -> None:
    """Add everybody with their standings, accounts and posts; one of them has left."""
    for colleague in office.school.colleagues:
        office.people[colleague.person.id] = _add(office, colleague)
    for colleague, post in give_posts(office.school.colleagues):
        person = office.people[colleague.person.id]
        give_post(by=MAKER, at=office.moments.began, person=person, post=post, since=person.since)


def let_go(office: Office) -> None:
    """Write down who has left, as whoever keeps the list of people does."""
    for colleague in office.school.colleagues:
        if colleague.person.until is not None:
            leaver = office.people[colleague.person.id]
            keeper = next(iter(office.people.values()))
            at = office.moments.after_week(-12)
            leave(by=by(keeper), at=at, person=leaver, last_day=colleague.person.until)


def email_of(colleague: Colleague) -> str:
    """Return the address at which the school writes to a colleague."""
    return f"{colleague.person.accounts[0]}@{DOMAIN}"


def _add(office: Office, colleague: Colleague) -> Person:
    given, _, family = colleague.person.name.partition(" ")
    particulars = Particulars(
        given_name=given,
        family_name=family,
        email=email_of(colleague),
        job=colleague.job.title.capitalize(),
        identifier=colleague.person.id,
        since=colleague.person.since or _joined(office, colleague),
    )
    at, standings = office.moments.began, sorted(colleague.person.standings)
    person = add_person(by=MAKER, at=at, particulars=particulars, standings=standings)
    for name in colleague.person.accounts:
        add_account(by=MAKER, at=at, person=person, name=name)
    return person


def _joined(office: Office, colleague: Colleague) -> date:
    """Return the first of September in which somebody came, two to twelve years before the week."""
    years = begin(office.school.seed, "joined", colleague.person.id).randint(2, 12)
    return date(office.school.week.year - years, 9, 1)
