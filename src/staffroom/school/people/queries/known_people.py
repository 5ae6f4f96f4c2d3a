"""Whose names does the school know, so that a draft can be searched for them?

The only readers are the checker's sketch, from which no name can be read back, and its check on this server.
"""

from __future__ import annotations

from datetime import date

from staffroom.records.known_people import Belonging, KnownPerson
from staffroom.records.people import Standing
from staffroom.school.people.models import Pupil, StandingHeld
from staffroom.school.people.queries.people import held_on

GOVERNING = (Standing.GOVERNOR.value, Standing.TRUSTEE.value, Standing.DIRECTOR.value)


def known_people(*, on: date) -> tuple[KnownPerson, ...]:
    """Return the pupils and the people in scope on a day, in an order that stays the same."""
    pupils = Pupil.objects.filter(held_on(on)).order_by("pk").values_list("given_name", "family_name", "year")
    people = StandingHeld.objects.filter(held_on(on)).order_by("person_id", "standing")
    adults = people.values_list("person__given_name", "person__family_name", "standing")
    return (
        *(KnownPerson(given, family, Belonging.PUPIL, year=year) for given, family, year in pupils),
        *(KnownPerson(given, family, _belonging(standing)) for given, family, standing in adults),
    )


def _belonging(standing: str) -> Belonging:
    return Belonging.GOVERNOR if standing in GOVERNING else Belonging.STAFF
