"""What has changed since the version before, and which of it is material?"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from staffroom.policy import text as words
from staffroom.policy.clause import Binds
from staffroom.policy.comparison import compare
from staffroom.policy.template import load_template
from staffroom.policy.text import Role
from staffroom.records.actors import Actor
from staffroom.records.versions import Change
from staffroom.rules.version_flow import decide_edit
from staffroom.school.audit.actions import About, record
from staffroom.school.policies.acts import Act
from staffroom.school.policies.models import Marking, Version
from staffroom.school.policies.refusals import require
from staffroom.school.policies.states import state_of
from staffroom.school.policies.texts import make_words

UNLESS_SAID: dict[Change, bool | None] = {
    Change.ADDED: True, Change.REWORDED: None, Change.WITHDRAWN: False,
}  # fmt: skip


def note_changes(version: Version) -> None:
    """Note every clause that differs from the version before; marks on what is still there are kept."""
    if version.before is None:
        return
    marked = dict(version.markings.values_list("key", "is_material"))
    version.markings.all().delete()
    Marking.objects.bulk_create(_changes(version, version.before, marked))


@transaction.atomic
def mark_change(*, by: Actor, at: datetime, version: Version, key: str, is_material: bool) -> None:
    """Say of one change whether it is material: whether people whom the clause binds read it again."""
    require(decide_edit(state_of(version)))
    version.markings.filter(key=key).update(is_material=is_material)
    record(
        by=by,
        at=at,
        act=Act.MARKED,
        about=About("version", version.ref),
        clause="GEN-4",
        figures={"material": is_material},
    )


def _changes(version: Version, before: Version, marked: dict[str, bool | None]) -> Iterator[Marking]:
    old, old_binds = _side(before)
    new, new_binds = _side(version)
    compared = compare(old, new, load_template())
    places = {id(piece): place for place, piece in enumerate(new.pieces)}
    old_places = {id(piece): place for place, piece in enumerate(old.pieces)}
    seen: Counter[str] = Counter()

    def note(kind: Change, place: int, binds: str, id: str, texts: tuple[str, str]) -> Marking:
        key = hashlib.sha256("\0".join((kind, *texts)).encode()).hexdigest()
        seen[key] += 1
        key = key if seen[key] == 1 else hashlib.sha256(f"{key} {seen[key]}".encode()).hexdigest()
        is_material = marked.get(key, UNLESS_SAID[kind])
        return Marking(
            version=version, key=key, place=place, kind=kind.value, clause=id, binds=binds,
            old=texts[0], new=texts[1], is_material=is_material,
        )  # fmt: skip

    for one in compared.added:
        place = places[id(one.piece)]
        yield note(Change.ADDED, place, new_binds[place], _id(one.clause), ("", one.piece.text))
    for pair in compared.reworded:
        place = places[id(pair.after.piece)]
        texts = (pair.before.piece.text, pair.after.piece.text)
        yield note(Change.REWORDED, place, new_binds[place], pair.id, texts)
    for one in compared.withdrawn:
        place = old_places[id(one.piece)]
        yield note(Change.WITHDRAWN, place, old_binds[place], _id(one.clause), (one.piece.text, ""))


def _side(version: Version) -> tuple[words.Policy, dict[int, str]]:
    """Return the words of a version, and whom the clause at each place binds."""
    pieces = list(version.pieces.all())
    binds = {one.place: one.binds or Binds.STAFF.value for one in pieces if one.role == Role.CLAUSE}
    return make_words(version, pieces), binds


def _id(clause: object) -> str:
    return getattr(clause, "id", "")
