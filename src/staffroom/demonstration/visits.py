"""How does a visit to a service go, from the page that opens to the tab that is left open?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Final

from staffroom.demonstration.chance import Spread
from staffroom.demonstration.exchanges import KILOBYTE, Fetch, draw_all
from staffroom.demonstration.manners import Manner
from staffroom.demonstration.truth import window_of

# Our assumptions. A glance is one or two acts on a page that is still warm in the browser's store.
GLANCE: Final = 0.18
GLANCE_OCTETS: Final = Spread(40 * KILOBYTE, 0.9)
ACTS: Final = Spread(11, 1.0, least=1, most=160)
READING_SECONDS: Final = Spread(12, 0.8, least=1, most=180)  # after the last act
LEFT_OPEN: Final = 0.3
LEFT_OPEN_MINUTES: Final = Spread(30, 1.0, least=2)


class Told(StrEnum):
    """What the log and the register can tell of a visit."""

    WHOLE = "whole"
    NOT_WHO = "not who"
    NOT_WHAT = "not what"


@dataclass(frozen=True, slots=True)
class Visit:
    """A person's visit to a service: when it began and ended and each act (milliseconds, UTC)."""

    person: str
    service: str
    began_at: int
    ended_at: int
    acts: tuple[int, ...]
    told: Told
    for_school: bool = False

    @property
    def windows(self) -> frozenset[int]:
        """Return the windows of five minutes in which the person did something."""
        return frozenset(window_of(at) for at in self.acts)


def draw_acts(manner: Manner, chance: Random, *, start: int, leaves: int) -> tuple[int, ...]:
    """Draw when the person acts, beginning at `start`; nobody acts after they leave."""
    count = chance.randint(1, 2) if chance.random() < GLANCE else 1 + int(ACTS.draw(chance))
    acts, now = [start], start
    for _ in range(count - 1):
        now += int(manner.pause.draw(chance) * 1000)
        if now >= leaves:
            break
        acts.append(now)
    return tuple(acts)


def draw_end(acts: tuple[int, ...], chance: Random, *, leaves: int) -> int:
    """Draw when the person turns away, having read what the last act brought."""
    return max(acts[-1] + 1, min(leaves, acts[-1] + int(READING_SECONDS.draw(chance) * 1000)))


def draw_traffic(manner: Manner, acts: tuple[int, ...], chance: Random) -> list[Fetch]:
    """Draw what the acts of a visit bring; a visit of one or two acts may be a glance at a warm page."""
    if len(acts) <= 2 and chance.random() < 0.6:
        return [_glance(manner, chance, at) for at in acts]
    fetches = draw_all(manner.opening, chance, acts[0])
    for at in acts[1:]:
        fetches += draw_all(manner.acting, chance, at)
    return fetches + list(_polls(manner, chance, acts[0], acts[-1]))


def draw_left_open(manner: Manner, chance: Random, *, ended_at: int, leaves: int) -> list[Fetch]:
    """Draw the polls of a tab that nobody looks at any more; most tabs are closed at once."""
    if not manner.idling or chance.random() >= LEFT_OPEN:
        return []
    until = ended_at + int(LEFT_OPEN_MINUTES.draw(chance) * 60_000)
    return list(_polls(manner, chance, ended_at, min(until, leaves)))


def _glance(manner: Manner, chance: Random, at: int) -> Fetch:
    host = manner.opening[0].hosts[0]
    return Fetch(at, host, int(GLANCE_OCTETS.draw(chance)))


def _polls(manner: Manner, chance: Random, start: int, end: int) -> Iterator[Fetch]:
    now = start
    while True:
        now += int(manner.poll * 1000 * chance.uniform(0.8, 1.2))
        if now >= end:
            return
        yield from draw_all(manner.idling, chance, now)
