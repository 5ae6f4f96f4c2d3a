"""What came of a stretch of one log: lines, hits, what was new and what could not be read?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from staffroom.traffic.gathered import Told
from staffroom.traffic.hits import Tally

COUNTED = (Told.KEPT, Told.REPEATED, Told.PUPILS)


@dataclass(slots=True)
class Stretch:
    """The account of a stretch; `hours` (since 1970) are those of its listed lines."""

    tally: Tally = field(default_factory=Tally)
    told: dict[Told, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    hours: set[int] = field(default_factory=set)

    def add(self, tally: Tally, told: Mapping[Told, int]) -> None:
        """Take account of a chunk; `told` is what the gatherer did with it."""
        self.tally.add(tally)
        for what in COUNTED:
            self.told[what] += told[what]

    def is_news(self) -> bool:
        """Say whether it holds anything that was not all read before, under another name perhaps."""
        is_all_repeated = self.told[Told.REPEATED] and not (self.told[Told.KEPT] or self.told[Told.PUPILS])
        return self.tally.lines > 0 and not is_all_repeated
