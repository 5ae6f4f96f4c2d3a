"""How are answers counted by group, so that no row is about a few people?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from staffroom.policy.keeping import keeps
from staffroom.records.people import Standing

OTHERS: Final = "others"


@dataclass(frozen=True, slots=True)
class Row:
    """The people of one group, or of several put together, by how they have answered."""

    groups: tuple[str, ...]
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Return how many people the row is about."""
        return sum(self.counts.values())


def group_of(standings: Iterable[Standing]) -> str:
    """Return the one group in which a person is counted: the first standing in the policy's order."""
    held = set(standings)
    return next((one.value for one in Standing if one in held), OTHERS)


@keeps("CON-2")
def put_together(counts: Mapping[tuple[str, str], int], smallest: int) -> tuple[Row, ...]:
    """Return rows by group of (group, state) counts; no row is about fewer people than `smallest`.

    Small groups are put together, the smallest first; nothing is hidden, so nothing can be worked out by
    subtraction. One row is left where all people together are fewer.
    """
    rows = [_row((group,), counts) for group in sorted({group for group, _ in counts})]
    rows = sorted((row for row in rows if row.total), key=lambda row: (row.total, row.groups))
    while len(rows) > 1 and rows[0].total < smallest:
        joined = Row(tuple(sorted(rows[0].groups + rows[1].groups)), _add(rows[0].counts, rows[1].counts))
        rows = sorted([joined, *rows[2:]], key=lambda row: (row.total, row.groups))
    return tuple(sorted(rows, key=lambda row: (-row.total, row.groups)))


def _row(groups: tuple[str, ...], counts: Mapping[tuple[str, str], int]) -> Row:
    return Row(groups, {state: n for (group, state), n in counts.items() if group in groups})


def _add(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return dict(Counter(one) + Counter(other))
