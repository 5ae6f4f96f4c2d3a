"""How does one process keep the time for the school, until it is told to stop?"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from zoneinfo import ZoneInfo

import structlog
from django.conf import settings
from django.db import Error, close_old_connections, connection
from django.utils import timezone

from staffroom.jobs.rounds import Rounds
from staffroom.jobs.timetable import TIMETABLE
from staffroom.school.clock.keeping import beat, give_up_clock, take_clock

LOOKS: Final = 5.0  # seconds between two looks at the timetable
BEATS: Final = 10.0  # seconds between two signs of life
WAITS: Final = 10.0  # seconds until a process that is not the clock asks again

log = structlog.get_logger()


def keep_time(stopping: threading.Event) -> None:
    """Be the clock whenever no other process is, until `stopping` is set.

    A database that does not answer is waited for. The job that runs when the end comes is finished.
    """
    holder = secrets.token_hex(12)
    while not stopping.is_set():
        try:
            if take_clock(holder=holder, at=timezone.now()):
                _hold(holder, stopping)
        except Error as error:
            log.exception("clock waits for the database", exception_type=type(error).__name__)
        close_old_connections()
        stopping.wait(WAITS)
    connection.close()


def _hold(holder: str, stopping: threading.Event) -> None:
    """Do what is due for as long as this process is the clock."""
    log.info("clock begun")
    rounds = Rounds(TIMETABLE, zone=ZoneInfo(settings.TIME_ZONE), now=timezone.now)
    with _heart(holder) as lost:
        while not (stopping.is_set() or lost.is_set()):
            rounds.go(is_stopping=lambda: stopping.is_set() or lost.is_set())
            close_old_connections()
            stopping.wait(LOOKS)
    give_up_clock(holder=holder)
    log.info("clock ended")


@contextmanager
def _heart(holder: str) -> Iterator[threading.Event]:
    """Say "still here" beside the jobs, however long they take; the event is set once another took over."""
    ending, lost = threading.Event(), threading.Event()
    thread = threading.Thread(target=_beat_on, args=(holder, ending, lost), daemon=True)
    thread.start()
    try:
        yield lost
    finally:
        ending.set()
        thread.join()


def _beat_on(holder: str, ending: threading.Event, lost: threading.Event) -> None:
    while not ending.wait(BEATS):
        try:
            if not beat(holder=holder, at=timezone.now()):
                lost.set()
        except Error as error:
            log.exception("clock waits for the database", exception_type=type(error).__name__)
        connection.close()
    connection.close()
