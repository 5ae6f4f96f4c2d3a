"""What does the made school's proxy log through a week, and what is the truth behind it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from staffroom.demonstration.chance import begin
from staffroom.demonstration.crowd import order_lines
from staffroom.demonstration.made_school import MadeSchool, make_school
from staffroom.demonstration.person_day import PersonDay, make_person_day
from staffroom.demonstration.pupil_pool import PupilPool, make_pool
from staffroom.demonstration.sites import make_web
from staffroom.demonstration.strangers import stranger_lines
from staffroom.demonstration.tallies import tell_truth
from staffroom.demonstration.truth import Truth

LINES_PER_DAY: Final = 60_000
POOL: Final = 30_000


@dataclass(frozen=True, slots=True)
class MadeDay:
    """A day of the made week: its lines in the order of the log, each with its line end, and the truth."""

    day: date
    lines: tuple[bytes, ...]
    truth: Truth


def made_days(
    *,
    seed: int,
    week: date,
    staff: int = 60,
    pupils: int = 400,
    lines_per_day: int = LINES_PER_DAY,
) -> Iterator[MadeDay]:
    """Make the seven days of a week, one at a time, Monday first.

    Staff make the lines that their day makes; pupils' lines fill a school day up to `lines_per_day`, so
    that a day has more only where the staff alone make more. Raises ValueError, with one sentence, for
    a `week` that is no Monday and for sizes no school has.
    """
    school = make_school(seed=seed, week=week, staff=staff, pupils=pupils)
    pool = make_pool(seed=seed, pupils=school.pupils, size=POOL)
    for day in school.days:
        people = people_days(school, day)
        lines = day_lines(school, day, people, pool=pool, lines=lines_per_day)
        yield MadeDay(day, tuple(lines), tell_truth(visit for one in people for visit in one.visits))


def log_lines(
    *,
    seed: int,
    week: date,
    staff: int = 60,
    pupils: int = 400,
    lines_per_day: int = LINES_PER_DAY,
) -> Iterator[bytes]:
    """Make the lines of the whole week in the order of the log, each with its line end."""
    days = made_days(seed=seed, week=week, staff=staff, pupils=pupils, lines_per_day=lines_per_day)
    for made in days:
        yield from made.lines


def people_days(school: MadeSchool, day: date) -> list[PersonDay]:
    """Make the day of everybody who is at school, all but their lines."""
    web = make_web(school.seed)
    days = (make_person_day(colleague, school, day, web) for colleague in school.colleagues)
    return [one for one in days if one is not None]


def day_lines(
    school: MadeSchool, day: date, people: list[PersonDay], *, pool: PupilPool, lines: int
) -> Iterator[bytes]:
    """Give the day's lines in order; there are no pupils at weekends."""
    staff = [line for one in people for line in one.lines()]
    staff.extend(stranger_lines(school, day))
    pupil_lines = max(0, lines - len(staff)) if day.weekday() < 5 else 0
    chance = begin(school.seed, "crowd", day.isoformat())
    return order_lines(staff, pool=pool, pupil_lines=pupil_lines, day=day, chance=chance)
