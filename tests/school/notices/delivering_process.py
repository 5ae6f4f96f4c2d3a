"""A process that delivers, as a clock's does; started by tests, several at once.

Waits for a line, then delivers until nothing is due, and prints how many arrived. With the word "crash" it
ends as if the power had gone, just after a message went out and before that was written down.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta

import django

django.setup()

from school.made_people import AT, TESTS  # noqa: E402
from staffroom.school.notices.actions.delivering import Round, deliver_waiting  # noqa: E402
from staffroom.school.notices.models import Stage  # noqa: E402


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def crash_once_sent() -> None:
    written = Round._write

    def write(self, delivery, stage, reason=None):
        if stage == Stage.DELIVERED:
            os._exit(7)
        return written(self, delivery, stage, reason)

    Round._write = write  # type: ignore[method-assign]


def main() -> None:
    """Deliver as it stands above."""
    at: datetime = AT + timedelta(minutes=int(sys.argv[1]))
    if "crash" in sys.argv:
        crash_once_sent()
    say("ready")
    sys.stdin.readline()
    arrived = 0
    while now := deliver_waiting(by=TESTS, now=lambda: at, most=3):
        arrived += now
    say(arrived)


main()
