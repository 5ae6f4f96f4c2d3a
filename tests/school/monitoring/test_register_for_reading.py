"""Does the reading of logs know people's accounts and hours, the calendar, and who is a pupil?"""

from __future__ import annotations

from datetime import date

import pytest

from school.made_people import AT, TESTS, TODAY, make_person
from staffroom.readers.rosters.term_dates import Dates
from staffroom.records.calendar import Term
from staffroom.school.monitoring.queries.record import coded_person, school_record
from staffroom.school.people.actions import add_account
from staffroom.school.people.actions.calendar import add_dates
from staffroom.school.people.actions.hours import set_hours
from staffroom.school.people.models import Pupil

pytestmark = pytest.mark.django_db
MORNINGS = {"0": {"hours": "08:30-12:15", "breaks": ""}}


def of(person):
    return next(one for one in school_record(on=TODAY).register.people if one.id == person.ref)


def test_every_name_under_which_the_network_knows_a_person_is_theirs():
    person = make_person()
    add_account(by=TESTS, at=AT, person=person, name="adm-maple")
    assert of(person).accounts == (person.email, "adm-maple")


def test_somebody_with_hours_of_their_own_is_judged_by_them():
    own, other = make_person(), make_person()
    set_hours(by=TESTS, at=AT, person=own, since=None, days=MORNINGS)
    set_hours(by=TESTS, at=AT, person=None, since=None, days=MORNINGS)
    assert (of(own).pattern, of(other).pattern) == (own.ref, "")
    assert (coded_person(own).pattern, coded_person(other).pattern) == (own.ref, "")
    assert {one.name for one in school_record(on=TODAY).calendar.patterns} == {own.ref, ""}


def test_the_accounts_of_pupils_are_known_so_that_their_lines_are_dropped():
    Pupil.objects.create(given_name="P", family_name="Elmwood", account="21pelmwood")
    Pupil.objects.create(given_name="Q", family_name="Elmwood")
    assert school_record(on=TODAY).register.pupil_accounts == {"21pelmwood"}


def test_the_terms_of_the_calendar_are_the_ones_that_are_judged_by():
    term = Term("Autumn term", date(2026, 9, 1), date(2026, 12, 18))
    add_dates(by=TESTS, at=AT, dates=Dates(terms=(term,)))
    assert school_record(on=TODAY).calendar.terms == (term,)
