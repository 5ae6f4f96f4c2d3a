"""Which windows and how many seconds do true visits add up to?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from staffroom.demonstration.truth import Truth, Visited
from staffroom.demonstration.visits import Told, Visit


def tell_truth(visits: Iterable[Visit]) -> Truth:
    """Add up visits, whoever can know of them; nobody's seconds on one service count twice."""
    windows: dict[Told, set[Visited]] = {told: set() for told in Told}
    for_school: set[Visited] = set()
    spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for visit in visits:
        visited = {(visit.person, visit.service, window) for window in visit.windows}
        windows[visit.told] |= visited
        if visit.told is Told.WHOLE:
            spans[visit.person, visit.service].append((visit.began_at, visit.ended_at))
            for_school |= visited if visit.for_school else set()
    return Truth(
        visits=frozenset(windows[Told.WHOLE]),
        seconds={key: cover(some) // 1000 for key, some in sorted(spans.items())},
        unattributable=frozenset(windows[Told.NOT_WHO] - windows[Told.WHOLE]),
        hidden=frozenset(windows[Told.NOT_WHAT] - windows[Told.WHOLE]),
        for_school=frozenset(for_school),
    )


def cover(spans: Iterable[tuple[int, int]]) -> int:
    """Return how much time spans cover together, in their unit; where they overlap it counts once."""
    covered, reached = 0, None
    for start, end in sorted(spans):
        since = start if reached is None else max(start, reached)
        covered += max(0, end - since)
        reached = end if reached is None else max(reached, end)
    return covered
