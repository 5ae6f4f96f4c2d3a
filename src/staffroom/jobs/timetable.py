"""Which jobs are there, and how often is each done? A new job is added to one of these lists."""

from __future__ import annotations

from typing import Final

from staffroom.jobs import daily, hourly, minutely, monitoring, people, policies, reading, weekly
from staffroom.jobs.job import Job
from staffroom.rules.timetable import Every

Timetable = tuple[tuple[Every, tuple[Job, ...]], ...]

TIMETABLE: Final[Timetable] = (
    (Every.MINUTE, (*minutely.JOBS, *people.MINUTELY, *reading.MINUTELY)),
    (Every.HOUR, (*hourly.JOBS, *policies.HOURLY, *people.HOURLY)),
    (Every.DAY, (*monitoring.DAILY, *policies.DAILY, *people.DAILY, *daily.JOBS)),
    (Every.WEEK, (*policies.WEEKLY, *weekly.JOBS)),
)
