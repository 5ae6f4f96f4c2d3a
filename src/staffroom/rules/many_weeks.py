"""What may be said of many weeks together?

Only what follows from the numbers that the single weeks show already, so that it gives nothing further away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from staffroom.policy.keeping import keeps
from staffroom.records.week import Count, WeekReport


@dataclass(frozen=True, slots=True)
class Together:
    """The sum of the numbers that are shown, and how many weeks are not in it because theirs is hidden."""

    shown: int
    hidden_weeks: int


@keeps("CON-1", "CON-2")
def add_shown(counts: Iterable[Count]) -> Together:
    """Add up counts that are shown already; of one that is hidden nothing is said but that it is."""
    every = tuple(counts)
    return Together(
        sum(one.value for one in every if one.value is not None), sum(one.value is None for one in every)
    )


@dataclass(frozen=True, slots=True)
class ServiceTrend:
    """One service over some weeks: its visits week by week, as each week shows them."""

    title: str
    visits: tuple[Count, ...]
    together: Together


def service_trends(weeks: Sequence[WeekReport]) -> tuple[ServiceTrend, ...]:
    """Return each service's visits over the weeks, those with the most shown first."""
    titles = {row.service: row.title for week in weeks for row in week.services}
    by_week = [{row.service: row.visits for row in week.services} for week in weeks]
    trends = [
        _trend(title, tuple(week.get(service, Count(0)) for week in by_week))
        for service, title in titles.items()
    ]
    return tuple(sorted(trends, key=lambda one: (-one.together.shown, -one.together.hidden_weeks, one.title)))


def _trend(title: str, visits: tuple[Count, ...]) -> ServiceTrend:
    return ServiceTrend(title, visits, add_shown(visits))
