"""Can the made people be told from their lines exactly where the truth says that they can?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest

from staffroom.demonstration.chance import begin
from staffroom.demonstration.machines import Kind, Machine
from staffroom.demonstration.made_school import MadeSchool
from staffroom.demonstration.manners import MUMSNET
from staffroom.demonstration.person_day import PersonDay
from staffroom.demonstration.presence import Slot, Stay, moment
from staffroom.demonstration.school import write_folder
from staffroom.demonstration.squid import NOBODY
from staffroom.demonstration.staff import Colleague
from staffroom.demonstration.strangers import GUEST, UNKNOWN_ACCOUNT
from staffroom.demonstration.visits import Told
from staffroom.readers.identities.shelf import read_identities
from staffroom.readers.rosters.folder import read_school
from staffroom.records.people import Claim
from staffroom.rules.attribution import Attribution
from staffroom.rules.holdings import Bearer

TEN = 10 * 3_600_000


@pytest.fixture(scope="module")
def attribution(school: MadeSchool) -> Attribution:
    files = write_folder(school)
    claims = tuple(
        claim
        for name, content in files.items()
        if name.startswith("identities/")
        for claim in read_identities(content, timezone="Europe/London", written_by=1_800_000_000_000)
        if isinstance(claim, Claim)
    )
    register = replace(read_school(files).school.register, claims=claims)
    return Attribution(register, timezone="Europe/London")


def test_a_visit_that_the_truth_calls_whole_is_attributed_and_no_other_is(
    school: MadeSchool, attribution: Attribution
) -> None:
    told = set()
    for colleague, day, machine in _every_seat(school):
        at = _midnight(day) + TEN
        made = PersonDay(colleague, school, day, Stay((Slot(at, at + 1, 1.0),)), begin(1))
        seat = made.seat(machine)
        holding = attribution.bearer_at(seat.client, "" if seat.user == NOBODY else seat.user, at)
        whole = made.told(MUMSNET, machine) is Told.WHOLE
        told.add(whole)
        assert (holding.bearer is Bearer.PERSON) is whole, (machine.kind, holding.source)
        assert not whole or holding.person == colleague.person.id
    assert told == {True, False}


@pytest.mark.parametrize("user", [UNKNOWN_ACCOUNT, "HB-STAFF-001$"])
def test_suppliers_and_machines_by_themselves_are_nobody(
    school: MadeSchool, attribution: Attribution, user: str
) -> None:
    room = next(one for one in school.machines if one.kind is Kind.CLASSROOM)
    holding = attribution.bearer_at(room.address, user, _midnight(school.week) + TEN)
    assert holding.bearer is Bearer.NOBODY


def test_one_who_has_left_is_nobody_although_the_account_is_used(
    school: MadeSchool, attribution: Attribution
) -> None:
    [gone] = [one for one in school.colleagues if not one.here]
    room = next(one for one in school.machines if one.kind is Kind.CLASSROOM)
    holding = attribution.bearer_at(room.address, gone.signs_in_as, _midnight(school.week) + TEN)
    assert holding.bearer is Bearer.NOBODY


def test_a_guest_is_nobody(school: MadeSchool, attribution: Attribution) -> None:
    assert attribution.bearer_at(GUEST, "", _midnight(school.week) + TEN).bearer is Bearer.NOBODY


def test_pupils_are_pupils_whether_they_sign_in_or_not(school: MadeSchool, attribution: Attribution) -> None:
    at = _midnight(school.week) + TEN
    for user in (school.pupils[0], ""):
        assert attribution.bearer_at("10.30.0.10", user, at).bearer is Bearer.PUPIL


def _every_seat(school: MadeSchool) -> Iterator[tuple[Colleague, date, Machine]]:
    for colleague in school.colleagues:
        if colleague.here:
            for machine in (*school.machines_of.get(colleague.person.id, ()), *school.machines_of[""]):
                for day in school.days[:3]:
                    yield colleague, day, machine


def _midnight(day: date) -> int:
    return moment(day, time(0))
