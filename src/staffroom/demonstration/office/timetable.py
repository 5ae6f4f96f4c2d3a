"""When is the made school open, and when does each of its people work, as the office has it?"""

from __future__ import annotations

from datetime import time

from staffroom.demonstration.office.office import Office, by
from staffroom.demonstration.patterns import BY_NAME
from staffroom.demonstration.terms import next_term, term_events
from staffroom.readers.rosters.term_dates import Dates
from staffroom.records.calendar import Closure, Term, TimeRange, TrainingDay, WorkingPattern
from staffroom.records.posts import Post
from staffroom.school.people.actions.calendar import add_dates
from staffroom.school.people.actions.hours import Days, set_hours

SCHOOLS_OWN = ""


def add_calendar(office: Office) -> None:
    """Add the term of the week with its half term and INSET day, and the term after it."""
    term, training, half_term = term_events(office.school.week)
    terms = (term, next_term(office.school.week))
    dates = Dates(
        terms=tuple(Term(one.title, one.first, one.last) for one in terms),
        closures=(Closure(half_term.title, half_term.first, half_term.last),),
        training_days=(TrainingDay(training.title, training.first),),
    )
    add_dates(by=by(office.holder(Post.ADMINISTRATOR)), at=office.moments.began, dates=dates)


def set_everybodys_hours(office: Office) -> None:
    """Set the school's own hours, and those of whoever works others."""
    keeper, at = by(office.holder(Post.ADMINISTRATOR)), office.moments.began
    set_hours(by=keeper, at=at, person=None, since=None, days=written(BY_NAME[SCHOOLS_OWN]))
    for colleague in office.school.colleagues:
        if colleague.person.pattern:
            person = office.people[colleague.person.id]
            days = written(BY_NAME[colleague.person.pattern])
            set_hours(by=keeper, at=at, person=person, since=None, days=days)


def written(pattern: WorkingPattern) -> Days:
    """Write a working pattern as people write it into the office."""
    return {
        str(number): {"hours": _ranges(day.ranges), "breaks": _ranges(day.breaks)}
        for number, day in pattern.days.items()
    }


def _ranges(ranges: tuple[TimeRange, ...]) -> str:
    return ", ".join(f"{_clock(one.start)}-{_clock(one.end)}" for one in ranges)


def _clock(at: time) -> str:
    return f"{at:%H:%M}"
