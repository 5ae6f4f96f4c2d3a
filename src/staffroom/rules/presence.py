"""How long was somebody there, at least and at most?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from staffroom.policy.keeping import keeps
from staffroom.records.evidence import SLOT_SECONDS, SLOTS
from staffroom.records.seen import VisitWindow
from staffroom.rules.visits import split_runs

Span = tuple[int, int]  # quarter-minutes since 1970, the end not included


@dataclass(slots=True)
class Presence:
    """Seconds over everybody, by service and as a whole.

    `least` counts the quarter-minutes in which something was opened, each shared between the services
    open in it, so that the services add up to the whole. `most` closes the pauses within a visit. Both
    are unions of intervals: nobody's time exceeds the clock.
    """

    least: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    most: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    whole_least: int = 0
    whole_most: int = 0


@keeps("MON-2", "CON-1")
def measure(visits: Iterable[VisitWindow]) -> Presence:
    """Measure the time of visits given in order of person, service and window."""
    presence = Presence()
    for _, own in groupby(visits, key=attrgetter("who")):
        windows = list(own)
        _add_least(presence, windows)
        _add_most(presence, windows)
    return presence


def _add_least(presence: Presence, windows: Sequence[VisitWindow]) -> None:
    together: defaultdict[int, list[VisitWindow]] = defaultdict(list)
    for one in windows:
        together[one.window].append(one)
    for here in together.values():
        for slot in range(SLOTS):
            sharing = [one.service for one in here if one.began >> slot & 1]
            for service in sharing:
                presence.least[service] += SLOT_SECONDS / len(sharing)
            presence.whole_least += SLOT_SECONDS * bool(sharing)


def _add_most(presence: Presence, windows: Sequence[VisitWindow]) -> None:
    every: list[Span] = []
    for service, of_service in groupby(windows, key=attrgetter("service")):
        spans = list(_spans(list(of_service)))
        presence.most[service] += SLOT_SECONDS * sum(end - start for start, end in spans)
        every += spans
    presence.whole_most += SLOT_SECONDS * _covered(every)


def _spans(windows: Sequence[VisitWindow]) -> Iterator[Span]:
    """Yield the span from the first to the last quarter-minute of each unbroken stretch."""
    for run in split_runs(one.window for one in windows):
        first, last = windows[run[0]], windows[run[-1]]
        start = SLOTS * first.window + _lowest(first.began | first.lasted)
        end = SLOTS * last.window + (last.began | last.lasted).bit_length()
        yield start, max(end, start + 1)


def _covered(spans: Iterable[Span]) -> int:
    """Return how many quarter-minutes the spans cover, each counted once."""
    covered, reached = 0, 0
    for start, end in sorted(spans):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1 if bits else 0
