"""How are a size, a pause and a number drawn, so that the same seed makes the same week?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Spread:
    """A log-normal spread: half of all draws lie under `median`; `sigma` is of the natural logarithm.

    Draws outside `least` and `most` are moved to that end.
    """

    median: float
    sigma: float
    least: float = 0.0
    most: float = math.inf

    def draw(self, chance: Random) -> float:
        """Draw one value, in the unit of the median."""
        return min(self.most, max(self.least, self.median * math.exp(chance.gauss(0.0, self.sigma))))


def begin(seed: int, *labels: object) -> Random:
    """Begin a row of draws of its own for these labels, so that one person's day never moves another's."""
    return Random("/".join(str(label) for label in (seed, *labels)))  # noqa: S311 - nothing secret is drawn


def draw_count(chance: Random, mean: float) -> int:
    """Draw a Poisson number by Knuth's multiplication method; a mean of zero or less gives zero.

    The method takes time proportional to the mean, and is exact up to a mean of about 700.
    """
    remaining = math.exp(-max(0.0, min(mean, 700.0)))
    count, product = 0, chance.random()
    while product > remaining:
        count += 1
        product *= chance.random()
    return count
