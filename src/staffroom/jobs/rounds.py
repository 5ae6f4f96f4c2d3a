"""What is done when the clock looks at its timetable?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog

from staffroom.jobs.job import Job
from staffroom.jobs.timetable import Timetable
from staffroom.rules.timetable import Every, last_due
from staffroom.school.clock.actions import begin_run, break_off_run, end_run

log = structlog.get_logger()


class Rounds:
    """Goes through the timetable, again and again.

    What was missed while no clock ran is done once, and not once for each time: only the latest moment at
    which a job was due counts.
    """

    def __init__(self, timetable: Timetable, *, zone: ZoneInfo, now: Callable[[], datetime]) -> None:
        self._timetable = timetable
        self._zone = zone
        self._now = now
        self._done: dict[str, datetime] = {}

    def go(self, *, is_stopping: Callable[[], bool]) -> int:
        """Do what is due, and return how many jobs ran; stop between two where that is asked for."""
        ran = 0
        for every, jobs in self._timetable:
            for job in jobs:
                if is_stopping():
                    return ran
                ran += self._do(every, job)
        return ran

    def _do(self, every: Every, job: Job) -> bool:
        at = self._now()
        due_at = last_due(every, at, self._zone)
        if self._done.get(job.name) == due_at:
            return False
        run = begin_run(job=job.name, due_at=due_at, at=at)
        if run is None:
            return False
        try:
            count = job.run(at)
        except Exception as error:
            break_off_run(run=run, problem=type(error).__name__)
            log.exception("job broke off", task=job.name, exception_type=type(error).__name__)
            return True
        end_run(run=run, at=self._now(), count=count)
        self._done[job.name] = due_at
        if count:
            log.info("job done", task=job.name, count=count)
        return True
