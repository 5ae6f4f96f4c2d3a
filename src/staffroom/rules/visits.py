"""Which windows make up one visit?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from staffroom.policy.keeping import keeps
from staffroom.records.evidence import Outcome
from staffroom.rules.outcomes import Judgement
from staffroom.rules.thresholds import GAP_WINDOWS


class Judged(NamedTuple):
    """One window of one person (or machine) and one service, and its judgement by itself."""

    window: int
    judgement: Judgement


@keeps("MON-2")
def settle(windows: Sequence[Judged]) -> tuple[Outcome, ...]:
    """Settle the outcomes of one person's windows with one service, given in order of time.

    A window that joins (see `outcomes.Judgement`) is a visit where an unbroken run of such windows
    leads to one that is a visit by itself; otherwise it stays what it was judged.
    """
    settled = [one.judgement.outcome for one in windows]
    for run in _runs(windows):
        if any(settled[place] is Outcome.VISIT for place in run):
            for place in run:
                settled[place] = Outcome.VISIT
    return tuple(settled)


def _runs(windows: Sequence[Judged]) -> Iterator[list[int]]:
    """Yield the places of windows that are visits or join, as long as no longer gap parts them."""
    places = [
        place
        for place, one in enumerate(windows)
        if one.judgement.joins or one.judgement.outcome is Outcome.VISIT
    ]
    for run in split_runs(windows[place].window for place in places):
        yield [places[at] for at in run]


def split_runs(windows: Iterable[int]) -> Iterator[range]:
    """Part windows, given in order, where more than `GAP_WINDOWS` empty ones lie between two."""
    start, previous, at = 0, None, -1
    for at, window in enumerate(windows):
        if previous is not None and window - previous > GAP_WINDOWS + 1:
            yield range(start, at)
            start = at
        previous = window
    if at >= start and previous is not None:
        yield range(start, at + 1)
