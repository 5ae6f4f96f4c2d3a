"""How do the words of a version go into the database, and come out word for word?"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from staffroom.policy import text as words
from staffroom.policy.clause import Binds, Force
from staffroom.policy.control import read_control, read_row
from staffroom.policy.dates import Written, read_date
from staffroom.policy.matching import Match, match
from staffroom.policy.strength import read_force
from staffroom.policy.template import load_template
from staffroom.policy.text import Role, rebuild
from staffroom.school.policies.models import Piece, Version


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a clause is taken to be: its id in the template, how sure that is, its force and whom it binds."""

    clause: str = ""
    sureness: str = ""
    force: str = ""
    binds: str = ""


def hash_words(policy: words.Policy) -> str:
    """Return the SHA-256 of a whole text."""
    return hashlib.sha256(rebuild(policy).encode()).hexdigest()


def read_words(version: Version) -> words.Policy:
    """Return the words of a version."""
    return make_words(version, version.pieces.all())


def make_words(version: Version, pieces: object) -> words.Policy:
    """Return the words of a version whose pieces are at hand."""
    made = tuple(
        words.Piece(one.text, Role(one.role), one.before, one.section)
        for one in pieces  # type: ignore[attr-defined]
    )
    lines = (one.text for one in made if one.role is Role.CONTROL)
    rows = [row for line in lines if (row := read_row(line, is_marked=True)) is not None]
    return words.Policy(read_control(rows), made, version.after)


def write_words(version: Version, policy: words.Policy, chosen: Mapping[int, Meaning] | None = None) -> None:
    """Replace the words of a version, and what its front page says.

    What a clause means is `chosen` by its place, or what it meant before where its words are the same, or
    what the matching finds.
    """
    old = {one.text: _meaning_of(one) for one in version.pieces.all() if one.role == Role.CLAUSE}
    found = {id(one.piece): _meaning(one) for one in match(policy, load_template()).matches}
    meanings = _Meanings(chosen or {}, old, found)
    version.pieces.all().delete()
    Piece.objects.bulk_create(
        _row(version, place, piece, meanings.of(place, piece)) for place, piece in enumerate(policy.pieces)
    )
    _write_front(version, policy)
    version.save()


@dataclass(frozen=True, slots=True)
class _Meanings:
    chosen: Mapping[int, Meaning]
    old: Mapping[str, Meaning]
    found: Mapping[int, Meaning]

    def of(self, place: int, piece: words.Piece) -> Meaning:
        """Return what a piece means; nothing where it is no clause."""
        if piece.role is not Role.CLAUSE:
            return Meaning()
        found = self.found[id(piece)]
        if place not in self.chosen:
            return self.old.get(piece.text, found)
        chosen = self.chosen[place]
        if chosen.sureness:
            return chosen
        return replace(chosen, clause=found.clause, sureness=found.sureness)


def _row(version: Version, place: int, piece: words.Piece, meaning: Meaning) -> Piece:
    return Piece(
        version=version,
        place=place,
        role=piece.role.value,
        before=piece.before,
        text=piece.text,
        section=piece.section,
        clause=meaning.clause,
        sureness=meaning.sureness,
        force=meaning.force,
        binds=meaning.binds,
    )


def _meaning_of(piece: Piece) -> Meaning:
    return Meaning(piece.clause, piece.sureness, piece.force, piece.binds)


def meanings_of(version: Version) -> dict[int, Meaning]:
    """Return what each clause of a version means, by its place."""
    clauses = (one for one in version.pieces.all() if one.role == Role.CLAUSE)
    return {one.place: _meaning_of(one) for one in clauses}


def _meaning(found: Match) -> Meaning:
    """Return what a match says: a clause of the template has its force, another that which its words show."""
    if found.clause is None:
        force: Force = read_force(found.piece.text)
        return Meaning("", found.sureness.value, force.value, Binds.STAFF.value)
    clause = found.clause
    return Meaning(clause.id, found.sureness.value, clause.force.value, clause.binds.value)


def _write_front(version: Version, policy: words.Policy) -> None:
    control = policy.control
    version.title = policy.title[:300]
    version.number = control.version[:40]
    version.issued, version.approved = _iso(control.issued), _iso(control.approved)
    version.review_by = _iso(control.review_by)
    version.review_last_day = control.review_by.last_day if control.review_by else None
    version.approved_by, version.owner_words = control.approved_by[:160], control.owner[:160]
    version.after, version.text_hash = policy.after, hash_words(policy)


def _iso(written: Written | None) -> str:
    return written.iso if written else ""


def say_date(iso: str) -> str:
    """Write a date of a front page in British words; empty where there is none."""
    written = read_date(iso)
    return written.words if written else ""
