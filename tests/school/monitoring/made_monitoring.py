"""A made school whose monitoring record is complete, and logs that it reads."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from rules.made_safeguards import answers_to
from school.made_people import AT, make_person
from staffroom.records.actors import person as actor
from staffroom.records.posts import Post
from staffroom.records.safeguards import Seat, Subject
from staffroom.school.monitoring.actions.reading import read_sources
from staffroom.school.monitoring.actions.reviews import plan_review
from staffroom.school.monitoring.actions.sources import Place, add_source
from staffroom.school.monitoring.actions.statements import finish_statement
from staffroom.school.monitoring.actions.switching import ask_to_switch, confirm_switch
from staffroom.school.people.models import Person
from traffic.made_traffic import MINUTE, Made, squid

ON_AT = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
READ_AT = datetime(2026, 9, 15, 2, 0, tzinfo=UTC)
SERVICE = "facebook"
PAGE, PICTURE = "www.facebook.com", "scontent.xx.fbcdn.net"


def by(person: Person):
    return actor(person.ref)


class Leaders:
    """The people of the gate: a Headteacher, a data protection officer, and the review's four."""

    def __init__(self) -> None:
        self.head = make_person(Post.HEADTEACHER, given_name="Harriet")
        self.officer = make_person(Post.DATA_PROTECTION, given_name="Olu")
        self.seats = {
            Seat.LEADERSHIP: make_person(Post.DEPUTY),
            Seat.SAFEGUARDING: make_person(Post.SAFEGUARDING_LEAD),
            Seat.NETWORK: make_person(Post.NETWORK),
            Seat.GOVERNOR: make_person(Post.CHAIR),
        }
        self.network = self.seats[Seat.NETWORK]
        self.deputy = self.seats[Seat.LEADERSHIP]


def complete_record(leaders: Leaders, *, at=ON_AT) -> None:
    """Put everything on record that is needed."""
    for subject in Subject:
        finish_statement(by=by(leaders.head), at=at, subject=subject, answers=answers_to(subject))
    due = at.date() + timedelta(days=300)
    plan_review(by=by(leaders.head), at=at, due_on=due, attendees=leaders.seats)


def switch_on(leaders: Leaders, *, at=ON_AT) -> None:
    """Switch monitoring on, by two people."""
    complete_record(leaders, at=at)
    asked = ask_to_switch(by=by(leaders.head), at=at, is_on=True, reason="All is on record.")
    confirm_switch(by=by(leaders.officer), at=at, asked=asked)


def visit_lines(user: str, begins: int, *, minutes: int = 10) -> list[Made]:
    """Make the requests of somebody who uses a service for some minutes."""
    made = []
    begins += MINUTE // 2  # so that nothing spills into the five minutes before and after
    for past in range(0, (minutes - 1) * MINUTE, MINUTE // 2):
        made.append(Made(begins + past, PAGE, user=user, octets=400_000, elapsed=100))
        made.append(Made(begins + past + 5_000, PICTURE, user=user, octets=300_000, elapsed=100))
    return made


def write_log(folder: Path, made: list[Made], name: str = "access.log") -> Path:
    """Write a Squid log in the order of its times."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(squid(sorted(made, key=lambda one: one.at)))
    return file


def account_of(person: Person) -> str:
    return person.email.partition("@")[0]


def read_log(leaders: Leaders, file: Path, *, at=READ_AT) -> None:
    """Name a log as a source, and read it."""
    place = Place(title=f"Proxy {file.name}", place=str(file))
    add_source(by=by(leaders.network), at=AT, place=place)
    read_sources(by=by(leaders.head), at=at)
