"""May a standing or a post begin or end on a day, and may somebody who keeps people go?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from staffroom.policy.keeping import keeps
from staffroom.records.decisions import Decision

Stretch = tuple[date | None, date | None]  # first and last day, both included; None is open


@keeps("ABT-2")
def may_begin(held: Iterable[Stretch], since: date | None) -> Decision:
    """Say whether something may be given from a day on: not while the same is held already."""
    begin = since or date.min
    is_held = any(last is None or last >= begin for _, last in held)
    because = "It is held already, then or later. End that first." if is_held else "It is not held yet."
    return Decision(allowed=not is_held, clause="ABT-2", because=because)


def may_end(since: date | None, last_day: date) -> Decision:
    """Say whether something may end on a day: not before it began."""
    is_possible = since is None or since <= last_day
    return Decision(allowed=is_possible, clause="", because="The last day cannot be before the first.")


def may_let_go(other_keepers: int) -> Decision:
    """Say whether somebody who keeps the list of people may stop: not while nobody else does."""
    because = "Nobody else could look after people then. Make somebody else an administrator first."
    return Decision(allowed=other_keepers > 0, clause="CON-2", because=because)
