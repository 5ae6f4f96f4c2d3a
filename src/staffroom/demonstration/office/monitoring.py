"""How did the made school come to look at its network, and what has come of it?"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Final

from staffroom.demonstration.office.monitoring_words import ANSWERS, WHY_KEEP, WHY_ON
from staffroom.demonstration.office.office import MAKER, Office, by
from staffroom.demonstration.recent_week import KEEP_DAYS
from staffroom.records.posts import Post
from staffroom.records.progress import Progress
from staffroom.records.safeguards import Seat
from staffroom.school.monitoring.actions.notice import mark_notice_read, tell_of_notice
from staffroom.school.monitoring.actions.publishing import publish_weeks
from staffroom.school.monitoring.actions.reading import read_sources
from staffroom.school.monitoring.actions.reviews import plan_review
from staffroom.school.monitoring.actions.settings import Setting, change_setting
from staffroom.school.monitoring.actions.sources import Place, add_source
from staffroom.school.monitoring.actions.statements import finish_statement
from staffroom.school.monitoring.actions.switching import ask_to_switch, confirm_switch
from staffroom.school.monitoring.queries.notice import latest_notice

SEATS: Final = {
    Seat.LEADERSHIP: Post.LEADERSHIP,
    Seat.SAFEGUARDING: Post.SAFEGUARDING_LEAD,
    Seat.NETWORK: Post.NETWORK,
    Seat.GOVERNOR: Post.CHAIR,
}
UNTIL_REVIEW: Final = timedelta(days=300)
HAVE_NOT_READ_THE_NOTICE: Final = 9  # every ninth of the staff


def complete_the_record(office: Office) -> None:
    """Write down everything that has to be before any log is read, and plan the review."""
    officer = by(office.holder(Post.DATA_PROTECTION))
    at = office.moments.after_week(-20)
    for subject, answers in ANSWERS.items():
        finish_statement(by=officer, at=at, subject=subject, answers=answers)
    people = {seat: office.holder(post) for seat, post in SEATS.items()}
    plan_review(by=officer, at=at, due_on=at.date() + UNTIL_REVIEW, attendees=people)


def name_the_logs(office: Office, logs: Path) -> None:
    """Name the folder of the made logs as what is read, and for how long what is read is kept."""
    at = office.moments.after_week(-14)
    place = Place(title="The proxy", place=str(logs), format="")
    add_source(by=by(office.holder(Post.NETWORK)), at=at, place=place)
    head = by(office.holder(Post.HEADTEACHER))
    change_setting(by=head, at=at, setting=Setting.KEEP_DAYS, value=KEEP_DAYS, reason=WHY_KEEP)


def switch_on(office: Office) -> None:
    """Switch monitoring on, by two people, and tell everybody."""
    moments = office.moments
    head, officer = office.holder(Post.HEADTEACHER), office.holder(Post.DATA_PROTECTION)
    asked = ask_to_switch(by=by(head), at=moments.after_week(-12), is_on=True, reason=WHY_ON)
    confirm_switch(by=by(officer), at=moments.after_week(-11), asked=asked)
    tell_of_notice(by=MAKER, at=moments.after_week(-11, 10))


def read_the_notice(office: Office) -> None:
    """Let most people have read what is recorded, and for how long."""
    latest = latest_notice()
    for number, colleague in enumerate(office.school.colleagues, start=1):
        if latest is not None and colleague.here and number % HAVE_NOT_READ_THE_NOTICE:
            reader = by(office.people[colleague.person.id])
            mark_notice_read(by=reader, at=office.moments.after_week(-5), shown=latest.digest)


def read_the_logs(office: Office, progress: Progress) -> None:
    """Read the week's logs in the night after it."""
    read_sources(by=MAKER, at=office.moments.after_week(7, 2), progress=progress)


def publish_the_week(office: Office) -> None:
    """Publish the week's counts, once and for good."""
    publish_weeks(by=MAKER, at=office.moments.after_week(15, 2))
