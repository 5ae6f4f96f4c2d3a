"""Are people at school when their working pattern says, and a little around it?"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time

import pytest

from staffroom.demonstration.chance import begin
from staffroom.demonstration.made_school import MadeSchool
from staffroom.demonstration.presence import IN_BREAK, IN_OWN_TIME, IN_WORK, Slot, Stay, draw_stay, moment
from staffroom.demonstration.staff import Colleague

MONDAY, WEDNESDAY, SATURDAY, SUNDAY = (date(2026, 9, day) for day in (14, 16, 19, 20))


def test_a_local_time_is_an_hour_earlier_in_utc_in_summer_and_the_same_in_winter() -> None:
    assert _utc(moment(date(2026, 7, 1), time(9))) == time(8)
    assert _utc(moment(date(2026, 12, 1), time(9))) == time(9)


def test_the_clock_change_falls_between_two_days() -> None:
    hours = (moment(date(2026, 3, 30), time(0)) - moment(date(2026, 3, 29), time(0))) / 3_600_000
    assert hours == 23


def test_a_teacher_comes_before_the_first_lesson_and_stays_after_the_last(school: MadeSchool) -> None:
    stay = _stay(school, "teacher", MONDAY)
    assert stay is not None
    assert stay.start < moment(MONDAY, time(8, 20))
    assert stay.end > moment(MONDAY, time(15, 30))


def test_a_day_is_work_breaks_and_own_time_in_order_without_overlap(school: MadeSchool) -> None:
    stay = _stay(school, "teacher", MONDAY)
    assert stay is not None
    assert {slot.freedom for slot in stay.slots} == {IN_WORK, IN_BREAK, IN_OWN_TIME}
    assert all(one.end == next_one.start for one, next_one in zip(stay.slots, stay.slots[1:], strict=False))


def test_site_staff_go_home_in_the_middle_of_a_split_day(school: MadeSchool) -> None:
    stay = _stay(school, "site", MONDAY)
    assert stay is not None
    noon = moment(MONDAY, time(12))
    assert not any(slot.start <= noon < slot.end for slot in stay.slots)


@pytest.mark.parametrize(("day", "there"), [(MONDAY, False), (WEDNESDAY, True), (SUNDAY, False)])
def test_governors_come_on_wednesday_evening_only(school: MadeSchool, day: date, there: bool) -> None:
    assert (_stay(school, "governor", day) is not None) is there


@pytest.mark.parametrize(("title", "there"), [("site", True), ("teacher", False), ("office", False)])
def test_on_saturday_only_site_staff_come(school: MadeSchool, title: str, there: bool) -> None:
    assert (_stay(school, title, SATURDAY) is not None) is there


def test_a_part_timer_is_away_on_the_days_not_worked(school: MadeSchool) -> None:
    part_timer = next(one for one in school.colleagues if one.person.pattern == "monday to wednesday")
    assert all(draw_stay(part_timer, date(2026, 9, 18), begin(n)) is None for n in range(20))


def test_one_who_has_left_is_never_there(school: MadeSchool) -> None:
    gone = next(one for one in school.colleagues if not one.here)
    assert all(draw_stay(gone, MONDAY, begin(number)) is None for number in range(20))


def test_people_are_away_now_and_then(school: MadeSchool) -> None:
    teacher = _colleague(school, "teacher")
    absent = sum(draw_stay(teacher, MONDAY, begin(number)) is None for number in range(1000))
    assert 15 < absent < 80


def test_a_free_moment_is_rather_in_a_break_than_in_work() -> None:
    stay = Stay((Slot(0, 1000, IN_WORK), Slot(1000, 2000, IN_BREAK)))
    chance = begin(1)
    drawn = Counter(stay.draw_free_moment(chance) >= 1000 for _ in range(1000))
    assert drawn[True] > 3 * drawn[False] > 0


def test_any_moment_is_drawn_evenly() -> None:
    stay = Stay((Slot(0, 1000, IN_WORK), Slot(1000, 2000, IN_BREAK)))
    chance = begin(1)
    drawn = Counter(stay.draw_moment(chance) >= 1000 for _ in range(1000))
    assert 400 < drawn[True] < 600


def _colleague(school: MadeSchool, title: str) -> Colleague:
    return next(one for one in school.colleagues if one.job.title == title and one.here)


def _stay(school: MadeSchool, title: str, day: date) -> Stay | None:
    """Draw until the colleague is not merely ill."""
    for number in range(5):
        stay = draw_stay(_colleague(school, title), day, begin(number))
        if stay is not None:
            return stay
    return None


def _utc(at: int) -> time:
    return datetime.fromtimestamp(at / 1000, tz=UTC).time()
