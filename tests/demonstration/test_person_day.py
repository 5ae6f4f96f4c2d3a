"""Does a colleague's day hold what their job, their machines and their habits make of it?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from demonstration.log_shape import Logged, read_line
from staffroom.demonstration.chance import begin
from staffroom.demonstration.machines import Kind, Machine
from staffroom.demonstration.made_school import MadeSchool
from staffroom.demonstration.manners import FACEBOOK, HIDDEN
from staffroom.demonstration.person_day import PersonDay, make_person_day
from staffroom.demonstration.presence import Slot, Stay
from staffroom.demonstration.sites import make_web
from staffroom.demonstration.staff import Colleague
from staffroom.demonstration.visits import Told

MONDAY, SUNDAY = date(2026, 9, 14), date(2026, 9, 20)
EIGHT = 1_789_369_200_000
STAY = Stay((Slot(EIGHT, EIGHT + 8 * 3_600_000, 1.0),))


def test_a_day_is_the_same_each_time_it_is_made(school: MadeSchool) -> None:
    one, other = (_day(school, _teacher(school)) for _ in range(2))
    assert one.visits == other.visits
    assert list(one.lines()) == list(other.lines())


def test_writing_a_day_down_twice_gives_the_same_lines(school: MadeSchool) -> None:
    day = _day(school, _teacher(school))
    assert list(day.lines()) == list(day.lines())


def test_one_colleagues_habits_do_not_move_anothers_day(school: MadeSchool) -> None:
    teacher, other = [one for one in school.colleagues if one.job.title == "teacher" and one.here][:2]
    busier = replace(other, visits=9.0)
    changed = replace(school, colleagues=tuple(busier if one == other else one for one in school.colleagues))
    assert list(_day(school, teacher).lines()) == list(_day(changed, teacher).lines())


def test_nobody_is_there_on_sunday(school: MadeSchool) -> None:
    web = make_web(school.seed)
    assert not any(make_person_day(one, school, SUNDAY, web) for one in school.colleagues)


def test_one_who_never_visits_and_has_no_duty_still_leaves_lines_of_social_networks(
    school: MadeSchool,
) -> None:
    quiet = replace(_of(school, "office"), visits=0.0)
    day = _day(school, quiet)
    assert day.visits == []
    assert any("facebook" in line.host for line in _lines(day))


def test_one_who_visits_often_has_that_many_visits(school: MadeSchool) -> None:
    keen = replace(_of(school, "office"), visits=12.0)
    assert 4 <= len(_day(school, keen).visits) <= 24


def test_visits_lie_within_the_day_at_school(school: MadeSchool) -> None:
    day = _day(school, replace(_teacher(school), visits=12.0))
    assert day.visits
    for visit in day.visits:
        assert STAY.start <= visit.began_at <= visit.acts[-1] < visit.ended_at <= STAY.end + 1


def test_the_communications_leads_facebook_is_for_the_school_and_a_teaching_assistants_is_not(
    school: MadeSchool,
) -> None:
    lead = _day(school, replace(_of(school, "communications lead"), visits=9.0))
    helper = _day(school, replace(_of(school, "teaching assistant"), visits=12.0))
    assert {one.for_school for one in lead.visits if one.service in ("facebook", "x")} == {True}
    assert {one.for_school for one in helper.visits} == {False}


def test_a_desk_signs_in_and_a_phone_does_not(school: MadeSchool) -> None:
    for one in school.machines:
        colleague = next((c for c in school.colleagues if c.person.id == one.owner), None)
        if colleague is not None and colleague.here:
            seat = _empty(school, colleague).seat(one)
            assert seat.user == (colleague.signs_in_as if one.kind is Kind.DESK else "-")


@pytest.mark.parametrize(
    ("kind", "registered", "told"),
    [
        (Kind.DESK, True, Told.WHOLE),
        (Kind.PLAIN, True, Told.WHOLE),
        (Kind.PHONE, True, Told.WHOLE),
        (Kind.PHONE, False, Told.NOT_WHO),
        (Kind.CLASSROOM, True, Told.WHOLE),
        (Kind.TROLLEY, True, Told.NOT_WHO),
    ],
)
def test_what_can_be_told_of_a_visit_depends_on_the_machine(
    school: MadeSchool, kind: Kind, registered: bool, told: Told
) -> None:
    machine = Machine("10.20.9.9", "02:48:42:09:00:01", "made", kind, registered=registered)
    assert _empty(school, _teacher(school)).told(FACEBOOK, machine) is told


@pytest.mark.parametrize("kind", list(Kind))
def test_an_encrypted_hello_hides_the_service_at_every_machine(school: MadeSchool, kind: Kind) -> None:
    machine = Machine("10.20.9.9", "02:48:42:09:00:01", "made", kind)
    assert _empty(school, _teacher(school)).told(HIDDEN, machine) is Told.NOT_WHAT


def test_a_colleague_without_a_machine_of_their_own_visits_at_a_shared_one(school: MadeSchool) -> None:
    stranger = replace(_of(school, "volunteer"), visits=12.0)
    stranger = replace(stranger, person=replace(stranger.person, id="S999"))
    day = _day(school, stranger)
    assert day.visits
    assert {machine.kind for machine in day.fetches} <= {Kind.CLASSROOM, Kind.TROLLEY}


def _teacher(school: MadeSchool) -> Colleague:
    return _of(school, "teacher")


def _of(school: MadeSchool, title: str) -> Colleague:
    return next(one for one in school.colleagues if one.job.title == title and one.here)


def _empty(school: MadeSchool, colleague: Colleague) -> PersonDay:
    return PersonDay(colleague, school, MONDAY, STAY, begin(5, colleague.person.id))


def _day(school: MadeSchool, colleague: Colleague) -> PersonDay:
    day = _empty(school, colleague)
    day.live(make_web(school.seed))
    return day


def _lines(day: PersonDay) -> list[Logged]:
    read = [read_line(line.text) for line in day.lines()]
    return [line for line in read if line is not None]
