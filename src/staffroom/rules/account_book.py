"""Whose account is it?"""

from __future__ import annotations

from collections.abc import Iterable

from staffroom.records.people import Person
from staffroom.rules.accounts import account_names
from staffroom.rules.holdings import PUPILS, Answer, Bearer

UNKNOWN = Answer(Bearer.NOBODY, "", "unknown account")
DROPPED = Answer(Bearer.PUPIL, "", "unknown account")
SEVERAL = Answer(Bearer.NOBODY, "", "account of more than one person")
PUPIL = Answer(Bearer.PUPIL, "", "pupil account")


class AccountBook:
    """The accounts of staff and pupils, and whose each of them is."""

    def __init__(
        self, people: Iterable[Person], pupil_accounts: Iterable[str], *, drop_unknown: bool
    ) -> None:
        self._unknown = DROPPED if drop_unknown else UNKNOWN
        self._exact: dict[str, set[str]] = {}
        self._bare: dict[str, set[str]] = {}  # by the name without its domain
        for person in people:
            for account in person.accounts:
                self._enter(account, f"person {person.id}")
        for account in pupil_accounts:
            self._enter(account, PUPILS)

    def holder(self, names: tuple[str, ...]) -> Answer:
        """Say whose the account is that a log knows by these names, one or more.

        They are as `accounts.account_names` gives them; the first that is in the book decides. A name without
        a domain also means an account that the book has with one, if it can be only one person's. The source
        of a person is left empty.
        """
        for name in names:
            if name in self._exact:
                return self._answer(self._exact[name])
        return self._answer(self._bare.get(names[0], set()))

    def _enter(self, account: str, holder: str) -> None:
        names = account_names(account)
        if names:
            self._exact.setdefault(names[0], set()).add(holder)
            self._bare.setdefault(names[-1], set()).add(holder)

    def _answer(self, holders: set[str]) -> Answer:
        if len(holders) > 1:
            return SEVERAL
        for holder in holders:
            return PUPIL if holder == PUPILS else Answer(Bearer.PERSON, holder.removeprefix("person "), "")
        return self._unknown
