"""How is a draft edited, clause by clause?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from staffroom.policy import editing
from staffroom.policy import text as words
from staffroom.policy.text import Role
from staffroom.records.actors import Actor
from staffroom.rules.version_flow import decide_edit, restarts_approval
from staffroom.school.audit.actions import About, record
from staffroom.school.policies.actions.approving import ask_anew
from staffroom.school.policies.actions.marking import note_changes
from staffroom.school.policies.acts import Act
from staffroom.school.policies.models import Version
from staffroom.school.policies.refusals import NotDone, require
from staffroom.school.policies.states import hold, state_of
from staffroom.school.policies.texts import Meaning, meanings_of, read_words, write_words


@dataclass(frozen=True, slots=True)
class Wording:
    """What a clause or heading is to say; force and whom it binds are empty for a heading."""

    text: str
    force: str = ""
    binds: str = ""


@transaction.atomic
def reword(*, by: Actor, at: datetime, version: Version, place: int, wording: Wording) -> Version:
    """Change one piece of a draft. Returns the version as it is now."""
    held = _open(version, place)
    kept = meanings_of(held)
    if place in kept:
        old = kept[place]
        kept[place] = Meaning(
            old.clause, old.sureness, wording.force or old.force, wording.binds or old.binds
        )
    _write(by, at, held, editing.with_text(read_words(held), place, _tidy(wording.text)), kept)
    return held


@transaction.atomic
def withdraw_piece(*, by: Actor, at: datetime, version: Version, place: int) -> Version:
    """Take one piece out of a draft. Returns the version as it is now."""
    held = _open(version, place)
    _write(by, at, held, editing.without(read_words(held), place), None)
    return held


@transaction.atomic
def add_piece(
    *, by: Actor, at: datetime, version: Version, place: int, wording: Wording, role: Role = Role.CLAUSE
) -> Version:
    """Put a clause or a heading after the piece at a place. Returns the version as it is now."""
    held = _open(version, place)
    edited = editing.with_added(read_words(held), place, _tidy(wording.text), role)
    chosen = {place + 1: Meaning(force=wording.force, binds=wording.binds)} if wording.force else {}
    _write(by, at, held, edited, chosen)
    return held


@transaction.atomic
def write_front(*, by: Actor, at: datetime, version: Version, values: Mapping[str, str]) -> Version:
    """Write lines of the front page, such as the number or the date for review."""
    held = _open(version, 0)
    _write(by, at, held, editing.with_control(read_words(held), values), None)
    return held


@transaction.atomic
def describe(
    *,
    by: Actor,
    at: datetime,
    version: Version,
    summary: str,
    elsewhere: Mapping[str, str],
    not_consulted: str,
) -> None:
    """Write what is said about a draft beside its words: what changed, and what other documents say."""
    held = hold(version)
    require(decide_edit(state_of(held)))
    held.summary, held.not_consulted_because = summary, not_consulted
    held.elsewhere = {name: said for name, said in elsewhere.items() if said}
    held.save()
    record(by=by, at=at, act=Act.EDITED, about=About("version", held.ref), clause="GEN-4")


def _open(version: Version, place: int) -> Version:
    held = hold(version)
    require(decide_edit(state_of(held)))
    if not held.pieces.filter(place=place).exists():
        raise NotDone(["Somebody else has changed this version meanwhile. Look at it again."])
    return held


def _write(
    by: Actor, at: datetime, version: Version, edited: words.Policy, chosen: Mapping[int, Meaning] | None
) -> None:
    if not edited.clauses:
        raise NotDone(["A policy needs at least one clause."])
    write_words(version, edited, chosen)
    note_changes(version)
    record(by=by, at=at, act=Act.EDITED, about=About("version", version.ref), clause="GEN-4")
    if restarts_approval(state_of(version)):
        ask_anew(by=by, at=at, version=version)


def _tidy(text: str) -> str:
    """Return the words as they are stored: a browser sends line breaks as two characters."""
    tidied = text.replace("\r\n", "\n").strip()
    if not tidied:
        raise NotDone(["Write the words of the clause, or take it out."])
    return tidied
