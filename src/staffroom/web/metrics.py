"""What can be counted of the office, without anything about anybody?

For Prometheus, at `/metrics`. Requests are counted by this process since it began; what is known from the
database is the same in every process.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily

from staffroom.school.clock.keeping import last_beat
from staffroom.school.notices.queries.post import post_now

REGISTRY: Final = CollectorRegistry()
BOUNDS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

ANSWERS: Final = Counter(
    "staffroom_answers", "Requests answered.", ("route", "method", "status"), registry=REGISTRY
)
SECONDS: Final = Histogram(
    "staffroom_answer_seconds", "How long an answer took.", ("route",), buckets=BOUNDS, registry=REGISTRY
)

# Any other method is a stranger's word, and would make a row of its own.
METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})


def count_answer(*, route: str, method: str, status: int, seconds: float) -> None:
    """Count one answer under the name of its route."""
    ANSWERS.labels(route, method, str(status)).inc()
    SECONDS.labels(route).observe(seconds)


def write_metrics(at: datetime) -> bytes:
    """Write everything that is counted, as Prometheus reads it."""
    office = CollectorRegistry()
    office.register(_Office(at))
    return generate_latest(REGISTRY) + generate_latest(office)


class _Office:
    """Looks into the database when it is asked."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def describe(self) -> list[GaugeMetricFamily]:
        """Say that nothing is known beforehand, so that nobody looks before the time."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Count notices by state, and the seconds since the clock was heard and the oldest notice written."""
        post = post_now()
        notices = GaugeMetricFamily("staffroom_notices", "Notices that have not arrived.", labels=["state"])
        notices.add_metric(["waiting"], post.waiting)
        notices.add_metric(["refused"], post.refused)
        yield notices
        yield from self._age("staffroom_oldest_notice_seconds", "Age of what waits longest.", post.oldest_at)
        yield from self._age("staffroom_clock_seconds", "Time since the clock was heard.", last_beat())

    def _age(self, name: str, words: str, since: datetime | None) -> Iterator[GaugeMetricFamily]:
        if since is not None:
            yield GaugeMetricFamily(name, words, value=max(0.0, (self._at - since).total_seconds()))
