"""For which of the school's purposes may social networks be used, as the office has it?"""

from __future__ import annotations

from staffroom.demonstration.jobs import JOBS
from staffroom.demonstration.office.office import Office, by
from staffroom.demonstration.purposes import DUTIES, Duty
from staffroom.demonstration.terms import term_events
from staffroom.records.posts import Post
from staffroom.school.monitoring.actions.overrides import override_host
from staffroom.school.monitoring.actions.purposes import Line, allow_purpose, ask_for_purpose

STAFF_BOARD = "engage.cloud.microsoft"
UNLISTED = "unlisted"


def register_purposes(office: Office) -> None:
    """Write the register: the uses that belong to somebody's job, from the first day of term."""
    head, at = by(office.holder(Post.HEADTEACHER)), office.moments.after_week(-14)
    since = term_events(office.school.week)[0].first
    for duty in DUTIES:
        for manner in duty.manners:
            line = Line(service=manner.service, purpose=f"{duty.reason}.", since=since)
            for title in _jobs(duty):
                allow_purpose(by=head, at=at, line=line, role=title)


def take_out_the_staff_board(office: Office) -> None:
    """Say of a host that the school itself uses it, so that it counts as no social network."""
    override_host(
        by=by(office.holder(Post.NETWORK)),
        at=office.moments.after_week(-14),
        host=STAFF_BOARD,
        service="",
        role=UNLISTED,
        reason="The school's own staff board is there.",
    )


def ask_for_a_purpose(office: Office) -> None:
    """Leave a request that waits for an answer."""
    at = office.moments.ago(2)
    wish = "Showing the art department's exhibition to families, on the department's own account."
    line = Line(service="instagram", purpose=wish, since=at.date())
    ask_for_purpose(by=by(office.busiest("teacher")), at=at, line=line)


def _jobs(duty: Duty) -> list[str]:
    """Return the jobs that have a duty, as the office calls them."""
    return [job.title for job in JOBS if duty.role in job.roles]
