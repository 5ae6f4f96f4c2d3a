"""Made people for tests: nobody here is anybody."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count

from staffroom.records.actors import system
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.people.actions import Particulars, add_person, give_post
from staffroom.school.people.models import Person, User

AT = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
TODAY = date(2026, 9, 14)
TESTS = system("tests")
PASSWORD = "a long password for tests"

_numbers = count(1)


def make_person(
    *posts: Post,
    standings: tuple[Standing, ...] = (Standing.EMPLOYEE,),
    given_name: str = "",
    family_name: str = "Maplewood",
) -> Person:
    """Make a person with standings and posts."""
    number = next(_numbers)
    particulars = Particulars(
        given_name=given_name or f"Number{number}",
        family_name=family_name,
        email=f"number{number}@hollybank.example",
        since=date(2020, 9, 1),
    )
    person = add_person(by=TESTS, at=AT, particulars=particulars, standings=standings)
    for post in posts:
        give_post(by=TESTS, at=AT, person=person, post=post, since=date(2020, 9, 1))
    return person


def make_user(person: Person) -> User:
    """Make a sign-in for a person, with the password of all tests."""
    return User.objects.create_user(email=person.email, password=PASSWORD, person=person)
