"""People who open the pages of monitoring, at a time that the test chooses."""

from __future__ import annotations

import time_machine
from django.test import Client

from school.monitoring.made_monitoring import READ_AT, by
from staffroom.school.monitoring.actions.notice import mark_notice_read
from staffroom.school.monitoring.queries.notice import latest_notice
from web.visiting import sign_in

NOW = READ_AT.replace(hour=10)
clock_at_now = time_machine.travel(NOW, tick=False)


def visitor(person, *, has_read=True) -> Client:
    """Sign a person in, who by default has read the notice as it is."""
    latest = latest_notice()
    if has_read and latest is not None:
        mark_notice_read(by=by(person), at=NOW, shown=latest.digest)
    return sign_in(Client(), person)


def text(answer) -> str:
    return answer.content.decode()
