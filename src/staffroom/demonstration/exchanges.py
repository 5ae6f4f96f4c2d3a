"""What passes between a browser and a site when a page opens, and how much of it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final, NamedTuple

from staffroom.demonstration.chance import Spread

KILOBYTE: Final = 1000
# A large picture or video may come over several connections at once; our assumption.
SPLIT_OVER: Final = 600 * KILOBYTE
SPLIT_CHANCE: Final = 0.3
AT_ONCE: Final = Spread(0.0, 0.0)


class Fetch(NamedTuple):
    """Octets that a client received from a host, beginning at a moment (milliseconds since 1970, UTC).

    Fetches of the same host and `lane` share a connection while it stays open.
    """

    at: int
    host: str
    octets: int
    lane: int = 0


@dataclass(frozen=True, slots=True)
class Exchange:
    """With one of these hosts, this likely, this much (kilobytes), this long after the page began."""

    hosts: tuple[str, ...]
    likelihood: float
    kilobytes: Spread
    after: Spread = AT_ONCE  # seconds

    def draw(self, chance: Random, at: int) -> Iterator[Fetch]:
        """Draw what one opening at a moment brings: nothing, one fetch, or a large one in parts."""
        if chance.random() >= self.likelihood:
            return
        octets = int(self.kilobytes.draw(chance) * KILOBYTE)
        host = self.hosts[0] if len(self.hosts) == 1 else chance.choice(self.hosts)
        begins = at + int(self.after.draw(chance) * 1000)
        lanes = chance.randint(2, 4) if octets > SPLIT_OVER and chance.random() < SPLIT_CHANCE else 1
        for lane in range(lanes):
            yield Fetch(begins, host, octets // lanes, lane)


def exchange(
    hosts: str,
    *,
    median: float,
    sigma: float,
    likelihood: float = 1.0,
    after: float = 0.0,
    most: float = 60_000.0,
) -> Exchange:
    """Write an exchange in one line: hosts parted by spaces, sizes in kilobytes, `after` in seconds."""
    return Exchange(
        tuple(hosts.split()),
        likelihood,
        Spread(median, sigma, least=0.2, most=most),
        Spread(after, 0.7, most=6.0 + after),
    )


def draw_all(exchanges: tuple[Exchange, ...], chance: Random, at: int) -> list[Fetch]:
    """Draw every exchange of a page that opens at a moment."""
    return [fetch for one in exchanges for fetch in one.draw(chance, at)]
