"""On which figures does the judgement rest whether a window of evidence is a visit?

They are published with every report. How well they do is measured by `benchmarks/judgement.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import Final, NamedTuple

from staffroom.records.week import Threshold

GLANCE_OCTETS: Final = 20_000
PAGE_OCTETS: Final = 250_000

NAMES_HOSTS: Final = 2
NAMES_SLOTS: Final = 4

GAP_WINDOWS: Final = 1


class Card(IntEnum):
    """Which scorecard holds for a service: by how much of it is met where nobody visits it."""

    ORDINARY = 0
    FORUM = 1
    MESSENGER = 2
    RICH = 3
    PLAYER = 4


class Measure(NamedTuple):
    """Something that earns points: what it is, the steps at which they change, and its unit."""

    title: str
    steps: tuple[int, ...]
    unit: str


class Scorecard(NamedTuple):
    """How many points are enough, the least octets for a visit, and the points at each step reached."""

    title: str
    enough: int
    least_octets: int
    points: Mapping[str, tuple[int, ...]]


# Steps were written down in round figures first. The points are a logistic regression in which more of
# anything but widgets never takes points away, each coefficient divided by 0.4 and rounded, on the made weeks
# of the seeds 101 to 125; "enough" was then chosen on 101 to 140, for 99.2 % of visits to be true ones.
MEASURES: Final[Mapping[str, Measure]] = {
    "volume": Measure(
        "volume",
        (GLANCE_OCTETS, 50_000, 100_000, PAGE_OCTETS, 500_000, 1_000_000, 2_000_000, 5_000_000),
        "KB",
    ),
    "interactive": Measure("page lines", (1,), ""),
    "media": Measure("picture lines", (2, 4, 6, 8), ""),
    "hosts": Measure("hosts", (2, 3), ""),
    "slots": Measure("quarter-minutes with a new connection", (1, 2, 4, 6), ""),
    "background": Measure("background lines", (1,), ""),
    "widget": Measure("widget lines", (1, 2), ""),
    "next_volume": Measure("volume of the next window", (20_000, 100_000, 500_000), "KB"),
    "later_volume": Measure(
        "volume of all later windows", (20_000, 100_000, 500_000, 2_000_000, 5_000_000), "KB"
    ),
    "run_volume": Measure("volume of the stretch", (2_000_000, 5_000_000, 10_000_000, 20_000_000), "KB"),
    "run_hosts": Measure("hosts in one window of the stretch", (2,), ""),
}
CARDS: Final[Mapping[Card, Scorecard]] = {
    Card.ORDINARY: Scorecard(
        "Ordinary service",
        43,
        GLANCE_OCTETS,
        {
            "volume": (4, 8, 9, 11, 14, 15, 16, 16),
            "interactive": (14,),
            "hosts": (7, 7),
            "slots": (8, 9, 9, 9),
            "widget": (-5, -9),
            "next_volume": (0, 3, 10),
        },
    ),
    Card.FORUM: Scorecard(
        "Forum",
        9,
        GLANCE_OCTETS,
        {
            "volume": (0, 0, 4, 9, 9, 9, 9, 9),
            "slots": (12, 12, 12, 12),
            "next_volume": (0, 3, 3),
            "later_volume": (0, 6, 6, 6, 6),
        },
    ),
    Card.MESSENGER: Scorecard(
        "Messenger",
        22,
        0,
        {
            "media": (2, 2, 2, 2),
            "hosts": (6, 8),
            "slots": (5, 9, 9, 9),
            "background": (2,),
            "next_volume": (1, 2, 2),
            "later_volume": (1, 2, 3, 5, 5),
            "run_volume": (0, 1, 1, 1),
            "run_hosts": (8,),
        },
    ),
    Card.RICH: Scorecard(
        "Rich service",
        24,
        GLANCE_OCTETS,
        {
            "volume": (4, 4, 4, 5, 7, 9, 11, 14),
            "media": (1, 3, 4, 4),
            "slots": (5, 6, 7, 10),
            "background": (8,),
            "widget": (-6, -9),
            "next_volume": (0, 0, 3),
            "later_volume": (0, 0, 0, 2, 4),
            "run_volume": (1, 3, 4, 4),
        },
    ),
    Card.PLAYER: Scorecard(
        "Service with players",
        22,
        GLANCE_OCTETS,
        {
            "volume": (0, 0, 0, 0, 0, 0, 1, 3),
            "interactive": (1,),
            "media": (0, 5, 9, 13),
            "hosts": (0, 2),
            "slots": (5, 5, 6, 6),
            "widget": (-2, -2),
            "later_volume": (1, 1, 1, 1, 4),
            "run_volume": (0, 0, 1, 2),
        },
    ),
}


def published() -> tuple[Threshold, ...]:
    """Return the figures as a report prints them."""
    return (
        Threshold("Window", "5 minutes", "Evidence is judged in windows of this length."),
        Threshold("Gap", f"{5 * GAP_WINDOWS} minutes", "A pause up to this long does not end a stretch."),
        *(_scorecard(card) for card in CARDS.values()),
        Threshold(
            "Glance",
            _size(GLANCE_OCTETS),
            "Less volume than this in a window is never a visit, but to a messenger.",
        ),
        Threshold(
            "Among other sites' pages",
            _size(PAGE_OCTETS),
            "Where a log has Referers and other sites led to some lines: the least volume of a visit.",
        ),
        Threshold(
            "Names only",
            f"{NAMES_HOSTS} hosts, {NAMES_SLOTS} quarter-minutes",
            "Where a log has no volume: the least hosts in a window and quarter-minutes in its stretch.",
        ),
    )


def _scorecard(card: Scorecard) -> Threshold:
    return Threshold(card.title, f"{card.enough} points", f"What earns points: {', '.join(_points(card))}.")


def _points(card: Scorecard) -> Iterator[str]:
    for name, points in card.points.items():
        measure = MEASURES[name]
        before, parts = 0, []
        for step, now in zip(measure.steps, points, strict=True):
            if now != before:
                parts.append(f"{_step(step, measure)}: {str(now).replace('-', '−')}")
            before = now
        yield f"{measure.title} ({', '.join(parts)})"


def _step(step: int, measure: Measure) -> str:
    return _size(step) if measure.unit else str(step)


def _size(octets: int) -> str:
    return f"{octets // 1_000:,} KB"
