"""How is the text of a version shown: its front page, its headings, each clause with its strength?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from staffroom.policy.clause import Force
from staffroom.policy.control import read_row
from staffroom.policy.keeping import keeps
from staffroom.policy.text import Role
from staffroom.school.policies.models import Piece, Version
from staffroom.web.policies.strengths import STRICT, say_strength


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece as it is shown; `label` is that of a line of the front page."""

    place: int
    role: str
    text: str
    label: str = ""
    clause: str = ""
    strength: Promise | str = ""
    is_strict: bool = False
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class ShownText:
    """A whole version as it is shown."""

    front: tuple[Shown, ...]
    body: tuple[Shown, ...]


@keeps("GEN-1", "GEN-4", "CON-13", "CON-16", "SEC-1", "SEC-3")
def show_text(version: Version) -> ShownText:
    """Return every word of a version, in its order, each clause with its strength in plain words."""
    shown = [_show(one) for one in version.pieces.all()]
    return ShownText(
        tuple(one for one in shown if one.role == Role.CONTROL), tuple(_body(shown, version.title))
    )


def _body(shown: Iterable[Shown], title: str) -> Iterable[Shown]:
    """Yield all but the front page, and the title, which stands at the head of the page already."""
    is_titled = False
    for one in shown:
        if one.role == Role.HEADING and not is_titled and one.text[:300] == title:
            is_titled = True
        elif one.role != Role.CONTROL:
            yield one


def _show(piece: Piece) -> Shown:
    if piece.role == Role.CONTROL:
        row = read_row(piece.text, is_marked=True)
        label, _, value = (row.label, "", row.value) if row else piece.text.partition("\t")
        return Shown(piece.place, piece.role, value, label=label)
    return Shown(
        piece.place,
        piece.role,
        piece.text,
        clause=piece.clause,
        strength=say_strength(piece.force, piece.binds),
        is_strict=bool(piece.force) and Force(piece.force) in STRICT,
        is_item=piece.text.startswith(("- ", "• ", "* ")),
    )
