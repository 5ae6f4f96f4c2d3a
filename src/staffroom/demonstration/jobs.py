"""Which jobs are there at the made school, and how does each use the network?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from staffroom.records.people import Standing

SMALLEST_STAFF: Final = 30


@dataclass(frozen=True, slots=True)
class Job:
    """A job of the made school.

    `share` is how many of sixty staff have it; a job with `single` is held by one person whatever the
    size. `pages` is the mean number of ordinary pages opened on a day. `patterns` are given out in turn.
    """

    title: str
    share: int
    pages: float
    standings: tuple[Standing, ...] = (Standing.EMPLOYEE,)
    roles: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ("",)
    single: bool = False
    has_desk: bool = True  # a managed machine whose browser signs in to the proxy
    comes_weekly: bool = False  # comes in one evening a week only


TEACHERS: Final = Job(
    "teacher",
    21,
    38,
    roles=("teacher",),
    patterns=("", "", "", "monday to wednesday", "", "wednesday to friday"),
)
JOBS: Final = (
    Job("headteacher", 1, 45, roles=("headteacher", "senior leader"), single=True),
    Job("deputy headteacher", 2, 40, roles=("senior leader", "teacher")),
    Job("communications lead", 1, 70, roles=("communications",), patterns=("office",), single=True),
    Job("business director", 1, 60, roles=("senior leader",), patterns=("office",), single=True),
    Job("careers lead", 1, 45, roles=("teacher", "careers"), single=True),
    Job(
        "staff governor",
        1,
        35,
        standings=(Standing.EMPLOYEE, Standing.GOVERNOR),
        roles=("teacher",),
        single=True,
    ),
    TEACHERS,
    Job("teaching assistant", 12, 9, roles=("teaching assistant",), patterns=("", "mornings")),
    Job("office", 4, 75, roles=("office",), patterns=("office",)),
    Job("site", 3, 8, roles=("site",), patterns=("site",)),
    Job("lunchtime supervisor", 2, 0, patterns=("midday",), has_desk=False),
    Job(
        "governor",
        5,
        4,
        standings=(Standing.GOVERNOR,),
        patterns=("governors",),
        has_desk=False,
        comes_weekly=True,
    ),
    Job("volunteer", 3, 3, standings=(Standing.VOLUNTEER,), patterns=("mornings",), has_desk=False),
    Job("agency teacher", 3, 25, standings=(Standing.AGENCY,), roles=("teacher",)),
)


def fill_jobs(staff: int) -> list[Job]:
    """Say which job each of `staff` people has, in the proportions of a school of sixty.

    Raises ValueError for a school too small to have every job.
    """
    if staff < SMALLEST_STAFF:
        raise ValueError(f"A made school has at least {SMALLEST_STAFF} staff; {staff} were asked for.")
    filled = [job for job in JOBS for _ in range(_holders(job, staff))]
    teachers = filled.index(TEACHERS)
    filled[teachers:teachers] = [TEACHERS] * (staff - len(filled))
    return filled


def _holders(job: Job, staff: int) -> int:
    if job.single:
        return 1
    return max(1, job.share * staff // 60)
