"""How is a run of a job written down?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F

from staffroom.school.clock.models import Run

MOST_TRIES: Final = 3
BETWEEN_TRIES: Final = timedelta(minutes=5)


def begin_run(*, job: str, due_at: datetime, at: datetime) -> Run | None:
    """Begin a job for a moment; None where it has been done for it, or was tried just now, or often enough.

    A run that broke off is begun again after five minutes, three times at most.
    """
    if Run.objects.filter(job=job, due_at=due_at).exists():
        return _begin_again(job, due_at, at)
    try:
        with transaction.atomic():
            return Run.objects.create(job=job, due_at=due_at, begun_at=at)
    except IntegrityError:  # another process was first
        return None


def _begin_again(job: str, due_at: datetime, at: datetime) -> Run | None:
    broken = Run.objects.filter(
        job=job, due_at=due_at, ended_at=None, tries__lt=MOST_TRIES, begun_at__lte=at - BETWEEN_TRIES
    )
    if broken.update(begun_at=at, tries=F("tries") + 1, problem=""):
        return Run.objects.get(job=job, due_at=due_at)
    return None


def end_run(*, run: Run, at: datetime, count: int) -> None:
    """Write down that a run has ended, and how much it did."""
    Run.objects.filter(pk=run.pk).update(ended_at=at, count=count, problem="")


def break_off_run(*, run: Run, problem: str) -> None:
    """Write down which kind of error ended a run; it is tried again later."""
    Run.objects.filter(pk=run.pk).update(problem=problem[:80])


def forget_runs(*, before: datetime) -> int:
    """Take away the runs that were due before a moment, and return how many."""
    return Run.objects.filter(due_at__lt=before).delete()[0]
