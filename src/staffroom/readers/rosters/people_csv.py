"""Who is in scope of the policy, according to people.csv?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from staffroom.readers.rosters.cells import days_in, list_known, words_in
from staffroom.readers.rosters.problems import Complaints, Reading, RowError
from staffroom.readers.rosters.table import Columns, Row, read_table
from staffroom.records.people import Person, Standing
from staffroom.rules.accounts import account_names

FILE = "people.csv"
COLUMNS = Columns(
    needed=("person", "name", "accounts", "standings"), others=("roles", "pattern", "since", "until")
)
STANDINGS = frozenset(standing.value for standing in Standing)


def read_people(content: bytes, *, patterns: Collection[str]) -> Reading[Person]:
    """Read the staff table; `patterns` are the names of the working patterns that school.toml has.

    A person who is there twice counts as in the first row. An account that two people have stays with both:
    attribution names nobody by it.
    """
    complaints = Complaints(FILE)
    desk = _Desk(complaints, {pattern.casefold(): pattern for pattern in patterns})
    return read_table(content, COLUMNS, complaints, desk.person)


@dataclass(slots=True)
class _Desk:
    """Where rows become people, one after the other."""

    complaints: Complaints
    patterns: dict[str, str]
    rows_by_person: dict[str, int] = field(default_factory=dict)
    rows_by_account: dict[str, int] = field(default_factory=dict)

    def person(self, row: Row) -> Person:
        id = row.need("person")
        if id in self.rows_by_person:
            raise RowError(f"The same person is in row {self.rows_by_person[id]} already, which counts.")
        since, until = days_in(row)
        self.rows_by_person[id] = row.number
        return Person(
            id=id,
            name=row["name"],
            accounts=self._accounts(row),
            standings=self._standings(row),
            roles=frozenset(role.casefold() for role in words_in(row["roles"])),
            pattern=self._pattern(row),
            since=since,
            until=until,
        )

    def _accounts(self, row: Row) -> tuple[str, ...]:
        return tuple(account for account in words_in(row["accounts"]) if self._is_usable(account, row.number))

    def _is_usable(self, account: str, number: int) -> bool:
        names = account_names(account)
        if not names:
            self.complaints.say(number, "An account is that of a machine or a service, not of a person.")
            return False
        earlier = self.rows_by_account.setdefault(names[0], number)
        if earlier != number:
            self.complaints.say(number, f"An account is in row {earlier} too, so nobody can be named by it.")
        return True

    def _standings(self, row: Row) -> frozenset[Standing]:
        words = {word.casefold() for word in words_in(row["standings"])}
        if not words <= STANDINGS:
            self.complaints.say(row.number, f"A standing is not known. {list_known(STANDINGS)}")
        elif not words:
            self.complaints.say(row.number, f"The person has no standing. {list_known(STANDINGS)}")
        return frozenset(Standing(word) for word in words & STANDINGS)

    def _pattern(self, row: Row) -> str:
        name = row["pattern"].casefold()
        if name and name not in self.patterns:
            known = list_known([pattern for pattern in self.patterns.values() if pattern])
            reason = f"The working pattern is not in school.toml, so the school's own hours count. {known}"
            self.complaints.say(row.number, reason)
        return self.patterns.get(name, "")
