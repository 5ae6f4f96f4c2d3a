"""Who stands behind each number that evidence is gathered under?"""

from __future__ import annotations

from staffroom.rules.attribution import Attribution, Bearer, Holding
from staffroom.rules.pseudonyms import machine_identity, person_identity
from staffroom.traffic.gathered import DROPPED


class BearerList:
    """Numbers for the people and the machines that a reading meets; a pupil has none.

    It lives as long as a reading, in memory only: what is written has codes.
    """

    def __init__(self, attribution: Attribution) -> None:
        self._attribution = attribution
        self._numbers: dict[str, int] = {}
        self._identities: list[str] = []
        self._attributed: list[bool] = []

    def holdings(self, client: str, user: str) -> list[tuple[int, int]]:
        """Say since when (milliseconds) which number was behind a client with a user name."""
        return [
            (holding.since, self._number(holding, client, user))
            for holding in self._attribution.holdings(client, user)
        ]

    def _number(self, holding: Holding, client: str, user: str) -> int:
        if holding.bearer is Bearer.PUPIL:
            return DROPPED
        if holding.bearer is Bearer.PERSON:
            return self._numbered(person_identity(holding.person), attributed=True)
        return self._numbered(machine_identity(client, user), attributed=False)

    def _numbered(self, identity: str, *, attributed: bool) -> int:
        if identity not in self._numbers:
            self._numbers[identity] = len(self._identities)
            self._identities.append(identity)
            self._attributed.append(attributed)
        return self._numbers[identity]

    def identity(self, number: int) -> str:
        """Return what the code of a number is made from."""
        return self._identities[number]

    def is_attributed(self, number: int) -> bool:
        """Say whether a number is a person in scope, and not a machine nobody could be joined to."""
        return self._attributed[number]
