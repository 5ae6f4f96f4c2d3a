"""Whom that the school holds does each entry of a roster mean?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from staffroom.records.roster_plans import Doubt
from staffroom.records.rosters import Entry, OnFile

TWICE = "The same person is in an earlier row, which counts."
UNKNOWABLE = "The row has neither a code nor an e-mail address, so the person could not be found again."
SHARED_EMAIL = "The e-mail address belongs to several people, so it cannot be said whom the row means."


@dataclass(slots=True)
class Matches:
    """Each entry with whom it means (None: nobody yet), whom no entry means, and what is in doubt."""

    pairs: list[tuple[Entry, OnFile | None]] = field(default_factory=list)
    missing: list[OnFile] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def match_entries(entries: Sequence[Entry], held: Sequence[OnFile]) -> Matches:
    """Match by identifier, then by e-mail.

    An identifier that both know decides. An e-mail address decides for those whose identifier the roster does
    not hold, and where it is one person's only: of those who are still here, if any is.
    """
    by_identifier = {one.identifier: one for one in held if one.identifier}
    known = {entry.identifier for entry in entries if entry.identifier in by_identifier}
    by_email, shared = _by_email(one for one in held if one.identifier not in known)
    desk = _Desk(by_identifier, by_email, shared, claimed={_email(one) for one in entries if one.identifier})
    for entry in entries:
        desk.take(entry)
    desk.matches.missing = [one for one in held if one.ref not in desk.refs | desk.unclear]
    return desk.matches


@dataclass(slots=True)
class _Desk:
    """Where entries are matched, one after the other; it knows whom earlier ones meant.

    `claimed` are the addresses of entries with an identifier: one without is then the same person again.
    """

    by_identifier: dict[str, OnFile]
    by_email: dict[str, OnFile]
    shared: dict[str, set[str]]
    claimed: set[str]
    matches: Matches = field(default_factory=Matches)
    refs: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)

    def take(self, entry: Entry) -> None:
        """Match one entry."""
        found = self.by_identifier.get(entry.identifier) if entry.identifier else None
        reason = self._doubt(entry, is_known=found is not None)
        if reason:
            self.matches.doubts.append(Doubt(entry.row, reason))
            self.unclear |= self.shared.get(_email(entry), set())
            return
        found = found or self._found_by_email(entry)
        self.keys.add(entry.identifier or _email(entry))
        if found is not None:
            self.refs.add(found.ref)
        self.matches.pairs.append((entry, found))

    def _doubt(self, entry: Entry, *, is_known: bool) -> str:
        email = _email(entry)
        if not entry.identifier and not email:
            return UNKNOWABLE
        if (entry.identifier or email) in self.keys or (not entry.identifier and email in self.claimed):
            return TWICE
        return SHARED_EMAIL if not is_known and email in self.shared else ""

    def _found_by_email(self, entry: Entry) -> OnFile | None:
        """Find somebody by e-mail, unless an earlier entry is that person already."""
        found = self.by_email.get(_email(entry))
        return None if found is None or found.ref in self.refs else found


def _email(entry: Entry | OnFile) -> str:
    return entry.email.casefold()


def _by_email(held: Iterable[OnFile]) -> tuple[dict[str, OnFile], dict[str, set[str]]]:
    people = [one for one in held if one.email]
    here = Counter(_email(one) for one in people if one.until is None)
    alone: dict[str, OnFile] = {}
    several: dict[str, set[str]] = {}
    for one in people:
        email = _email(one)
        if one.until is not None and here[email]:
            continue  # somebody who is here has the address now
        if email in alone:
            several.setdefault(email, {alone[email].ref}).add(one.ref)
        alone.setdefault(email, one)
    return {email: one for email, one in alone.items() if email not in several}, several
