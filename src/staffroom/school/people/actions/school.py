"""How is the school described, and set up?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from staffroom.records.actors import Actor, system
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.audit.actions import record
from staffroom.school.people.actions import Particulars, add_person, give_post
from staffroom.school.people.acts import Act
from staffroom.school.people.models import School, User
from staffroom.school.people.queries.school import has_administrator
from staffroom.school.people.setup_token import end_setup

FIRST_RUN = system("first run")
ONLY = 1


class AlreadyBegunError(Exception):
    """There is an administrator already: only the very first is made without one."""


@dataclass(frozen=True, slots=True)
class Description:
    """What the school says of itself. `address` is where letters come from."""

    name: str
    nation: str
    address: str
    colour: str


@transaction.atomic
def describe_school(*, by: Actor, at: datetime, description: Description) -> School:
    """Write down what the school says of itself."""
    school, _ = School.objects.update_or_create(
        pk=ONLY,
        defaults={
            "name": description.name,
            "nation": description.nation,
            "address": description.address,
            "colour": description.colour,
        },
    )
    record(by=by, at=at, act=Act.SCHOOL_DESCRIBED)
    return school


@transaction.atomic
def make_first_administrator(
    *, at: datetime, given_name: str, family_name: str, email: str, password: str
) -> User:
    """Make the first administrator, with their sign-in. Raises AlreadyBegunError where there is one."""
    if has_administrator():
        raise AlreadyBegunError
    day = timezone.localdate(at)
    particulars = Particulars(given_name, family_name, email=email.strip().lower(), since=day)
    person = add_person(by=FIRST_RUN, at=at, particulars=particulars, standings=[Standing.EMPLOYEE])
    give_post(by=FIRST_RUN, at=at, person=person, post=Post.ADMINISTRATOR, since=day)
    user = User.objects.create_user(person.email, password, person=person)
    User.objects.filter(pk=user.pk).update(joined_at=at)
    return user


@transaction.atomic
def mark_step(*, step: str, state: str) -> None:
    """Remember of a step whether it is done, or left for later."""
    school = School.objects.select_for_update().get(pk=ONLY)
    school.steps = {**school.steps, step: state}
    school.save(update_fields=["steps"])


@transaction.atomic
def finish_setting_up(*, by: Actor, at: datetime, folder: Path) -> None:
    """Write down that the school is set up; nobody can begin again."""
    School.objects.filter(pk=ONLY, set_up_at=None).update(set_up_at=at)
    record(by=by, at=at, act=Act.SCHOOL_SET_UP)
    end_setup(folder)
