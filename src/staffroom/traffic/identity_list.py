"""Which client and user pairs did a reading meet, each with a number?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from staffroom.traffic.gathered import DROPPED, Bearers

Identity = tuple[str, str]  # the client and the user, as the log names them
Holdings = Sequence[tuple[int, int]]  # since when (milliseconds), which bearer


class IdentityList:
    """The pairs met so far; `holdings` says who was behind one, and when."""

    def __init__(self, holdings: Callable[[str, str], Holdings]) -> None:
        self._holdings = holdings
        self._numbers: dict[Identity, int] = {}
        self._first = [0]
        self._since: list[int] = []
        self._bearer: list[int] = []
        self._bearers: Bearers | None = None
        self._is_dropped: list[bool] = []
        self._dropped = np.zeros(0, dtype=np.bool_)

    def number(self, client: str, user: str) -> int:
        """Return the pair's number, giving it one if it is new."""
        known = self._numbers.get((client, user))
        return self._add(client, user) if known is None else known

    def _add(self, client: str, user: str) -> int:
        number = self._numbers[client, user] = len(self._numbers)
        for since, bearer in self._holdings(client, user):
            self._since.append(since)
            self._bearer.append(bearer)
        self._is_dropped.append(all(one == DROPPED for one in self._bearer[self._first[-1] :]))
        self._first.append(len(self._since))
        self._bearers = None
        return number

    def is_dropped(self, number: int) -> bool:
        """Say whether a pair is a pupil's for all time, so that its lines are dropped at once."""
        return self._is_dropped[number]

    def dropped(self) -> npt.NDArray[np.bool_]:
        """Return the same of every pair, by number."""
        if len(self._dropped) < len(self._is_dropped):
            self._dropped = np.array(self._is_dropped, dtype=np.bool_)
        return self._dropped

    def bearers(self) -> Bearers:
        """Return who was behind each pair, by number."""
        if self._bearers is None:
            self._bearers = Bearers(
                np.array(self._first, dtype=np.int32),
                np.array(self._since, dtype=np.int64),
                np.array(self._bearer, dtype=np.int32),
            )
        return self._bearers
