"""How long was somebody there, at least and at most?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from staffroom.policy.keeping import keeps
from staffroom.records.evidence import SLOT_SECONDS, SLOTS
from staffroom.records.seen import VisitWindow
from staffroom.rules.visits import split_runs


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
        presence.whole_most += _span_seconds(_over_services(windows))
        for service, of_service in groupby(windows, key=attrgetter("service")):
            presence.most[service] += _span_seconds(
                [(one.window, one.began, one.lasted) for one in of_service]
            )
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


def _over_services(windows: Iterable[VisitWindow]) -> list[tuple[int, int, int]]:
    """Put one person's windows of all services together, in order of time."""
    began: defaultdict[int, int] = defaultdict(int)
    lasted: defaultdict[int, int] = defaultdict(int)
    for one in windows:
        began[one.window] |= one.began
        lasted[one.window] |= one.lasted
    return [(window, began[window], lasted[window]) for window in sorted(began)]


def _span_seconds(windows: Sequence[tuple[int, int, int]]) -> int:
    """Add up the spans from the first to the last quarter-minute of each unbroken run of windows."""
    seconds = 0
    for run in split_runs(window for window, _, _ in windows):
        first, last = windows[run[0]], windows[run[-1]]
        start = SLOTS * first[0] + _lowest(first[1] | first[2])
        end = SLOTS * last[0] + (last[1] | last[2]).bit_length()
        seconds += SLOT_SECONDS * max(end - start, 1)
    return seconds


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1 if bits else 0
