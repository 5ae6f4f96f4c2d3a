"""Made notices, and a clock that tests wind on."""

from __future__ import annotations

from datetime import datetime, timedelta

from notifiers.made_servers import settings_for
from school.made_people import AT, TESTS, make_person
from staffroom.school.notices.actions import send
from staffroom.school.notices.actions.mail import set_mail
from staffroom.school.notices.models import Notice
from staffroom.school.people.models import Person


class Hand:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime = AT) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


def make_notice(to: Person | None = None, **more) -> Notice:
    words = {"kind": "reading", "subject": "Please read the policy", "body": "Read it by Friday."} | more
    notice = send(by=TESTS, at=AT, to=to or make_person(), **words)
    assert notice is not None
    return notice


def use_server(port: int, **more) -> None:
    """Set up the school's mail for a server on the loopback."""
    set_mail(by=TESTS, at=AT, server=settings_for(port, **more), may_reach_inside=True)
