"""Makes a school that looks at its network: three weeks of a log, read and published, and sessions.

    STAFFROOM_HOME=folder python -m browser.made_monitored_school

Prints the sessions as JSON, by post; "nobody special" is a teacher on whom two visits are held. The weeks are
the latest that can be published, because what is older than the days of keeping is deleted.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import django

from browser.made_school import WITHOUT_A_POST, begin_session
from staffroom.records.calendar import Term
from staffroom.records.posts import Post
from staffroom.records.safeguards import Seat
from traffic.made_traffic import HOUR, Made

if TYPE_CHECKING:
    from staffroom.school.people.models import Person

WEEKS, SINCE_THE_LAST_WEEK = 3, timedelta(days=16)
COLLEAGUES, DAYS, FIRST_LESSON = 24, 5, time(8, 0)
HOURS = {"hours": "08:00-16:00", "breaks": "12:00-13:00"}
INSTAGRAM = {"www.facebook.com": "www.instagram.com", "scontent.xx.fbcdn.net": "scontent.cdninstagram.com"}


def main() -> None:
    """Make the school, and print its sessions."""
    django.setup()
    from django.utils import timezone

    from school.made_people import TESTS
    from school.monitoring.made_monitoring import Leaders, read_log, switch_on, write_log
    from staffroom.school.monitoring.actions.publishing import publish_weeks
    from staffroom.school.people.models import School

    now = timezone.now()
    School.objects.create(pk=1, name="Hollybank School", set_up_at=now)
    leaders = Leaders()
    mondays = weeks_until(now.date() - SINCE_THE_LAST_WEEK)
    describe_the_term(mondays[0], now)
    teacher, colleagues = make_staff()
    switch_on(leaders, at=midnight_of(mondays[0]) - timedelta(days=7))
    lines = [line for monday in mondays for line in week_of(monday, teacher, colleagues)]
    read_log(leaders, write_log(Path(os.environ["STAFFROOM_HOME"]) / "proxy", lines), at=now)
    publish_weeks(by=TESTS, at=now)
    visitors = {
        Post.DEPUTY.value: leaders.deputy,
        Post.CHAIR.value: leaders.seats[Seat.GOVERNOR],
        WITHOUT_A_POST: teacher,
    }
    print(json.dumps({post: open_session(person, now) for post, person in visitors.items()}))  # noqa: T201


def make_staff() -> tuple[Person, list[Person]]:
    """Make the teacher whose record is looked at, and colleagues behind whom nobody can be told."""
    from school.made_people import make_person

    teacher = make_person(given_name="Wilhelmina", family_name="Quillfeather")
    return teacher, [make_person(given_name="Robin", family_name="Quillfeather") for _ in range(COLLEAGUES)]


def describe_the_term(monday: date, at: datetime) -> None:
    """Write down a term around the weeks, and the hours and breaks of a working day."""
    from school.made_people import TESTS
    from staffroom.readers.rosters.term_dates import Dates
    from staffroom.school.people.actions.calendar import add_dates
    from staffroom.school.people.actions.hours import set_hours

    term = Term("Term", monday - timedelta(days=14), monday + timedelta(days=60))
    add_dates(by=TESTS, at=at, dates=Dates(terms=(term,), closures=(), training_days=()))
    set_hours(by=TESTS, at=at, person=None, since=None, days={str(day): HOURS for day in range(DAYS)})


def weeks_until(day: date) -> list[date]:
    """Return the Mondays of the last whole weeks before a day, the oldest first."""
    latest = day - timedelta(days=day.weekday())
    return [latest - timedelta(weeks=number) for number in reversed(range(WEEKS))]


def midnight_of(day: date) -> datetime:
    """Return when a day begins."""
    return datetime.combine(day, time(0), UTC)


def week_of(monday: date, teacher: Person, colleagues: list[Person]) -> Iterator[Made]:
    """Make a week's lines: the teacher twice on Monday, the others on their days, two at Instagram."""
    yield from visit(teacher, monday, hours=1)
    yield from visit(teacher, monday, hours=4)
    for number, colleague in enumerate(colleagues):
        day = monday + timedelta(days=number % DAYS)
        for hours in {2, 2 + number % 3, 5}:
            yield from visit(colleague, day, hours=hours)
    for colleague in colleagues[:2]:
        for line in visit(colleague, monday, hours=7):
            yield replace(line, host=INSTAGRAM[line.host])


def visit(person: Person, day: date, *, hours: int) -> list[Made]:
    """Make the lines of somebody who uses Facebook some hours after the first lesson."""
    from school.monitoring.made_monitoring import account_of, visit_lines

    began = datetime.combine(day, FIRST_LESSON, UTC)
    return visit_lines(account_of(person), int(began.timestamp() * 1000) + hours * HOUR)


def open_session(person: Person, at: datetime) -> str:
    """Let the person have read the notice, and begin a session for them."""
    from staffroom.records.actors import person as actor
    from staffroom.school.monitoring.actions.notice import mark_notice_read
    from staffroom.school.monitoring.queries.notice import latest_notice

    latest = latest_notice()
    assert latest is not None
    mark_notice_read(by=actor(person.ref), at=at, shown=latest.digest)
    return begin_session(person)


if __name__ == "__main__":
    main()
