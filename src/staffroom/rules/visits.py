"""Which windows belong to one stretch of use?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from staffroom.records.evidence import Evidence, Outcome
from staffroom.rules.outcomes import Traits, features, judge
from staffroom.rules.thresholds import GAP_WINDOWS


def judge_windows(windows: Sequence[Evidence], service: Traits) -> tuple[Outcome, ...]:
    """Judge the windows of one person (or machine) with one service, given in order of time."""
    outcomes: list[Outcome] = []
    for run in split_runs(one.window for one in windows):
        stretch = windows[run.start : run.stop]
        outcomes += [judge(features(one, stretch, service)) for one in stretch]
    return tuple(outcomes)


def split_runs(windows: Iterable[int]) -> Iterator[range]:
    """Part windows, given in order, where more than `GAP_WINDOWS` empty ones lie between two."""
    start, previous, at = 0, None, -1
    for at, window in enumerate(windows):
        if previous is not None and window - previous > GAP_WINDOWS + 1:
            yield range(start, at)
            start = at
        previous = window
    if previous is not None:
        yield range(start, at + 1)
