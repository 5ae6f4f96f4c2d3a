"""How is one piece of a policy changed, so that all other words stay as they are?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from staffroom.policy.control import read_control, read_row
from staffroom.policy.template import LABELS
from staffroom.policy.text import Piece, Policy, Role

NAMES: Final = dict(LABELS)


def with_text(policy: Policy, place: int, text: str) -> Policy:
    """Change the words of the piece at a place; a heading takes the clauses under it along."""
    old = policy.pieces[place]
    pieces = list(policy.pieces)
    pieces[place] = replace(old, text=text)
    if old.role is Role.HEADING:
        pieces[place] = replace(pieces[place], section=text)
        for number in range(place + 1, len(pieces)):
            if pieces[number].role is Role.HEADING:
                break
            pieces[number] = replace(pieces[number], section=text)
    return _made(policy, pieces)


def without(policy: Policy, place: int) -> Policy:
    """Take out the piece at a place; what divided it from the piece before now divides the next one."""
    pieces = list(policy.pieces)
    gone = pieces.pop(place)
    if place < len(pieces) and (place == 0 or (_begins_line(gone) and not _begins_line(pieces[place]))):
        pieces[place] = replace(pieces[place], before=gone.before)
    return _made(policy, pieces)


def with_added(policy: Policy, place: int, text: str, role: Role = Role.CLAUSE) -> Policy:
    """Put a clause, or a heading, after the piece at a place.

    It is a paragraph of its own, unless it comes between two sentences of one paragraph.
    """
    section = text if role is Role.HEADING else policy.pieces[place].section
    pieces = list(policy.pieces)
    is_within = role is Role.CLAUSE and place + 1 < len(pieces) and not _begins_line(pieces[place + 1])
    pieces.insert(place + 1, Piece(text, role, " " if is_within else "\n\n", section))
    return _made(policy, pieces)


def with_control(policy: Policy, values: Mapping[str, str]) -> Policy:
    """Write lines of the front page: the value of each field, and a new line where there was none.

    An empty value leaves a line as it is, and makes none.
    """
    for field, value in values.items():
        if value:
            policy = _with_line(policy, field, " ".join(value.split()))
    return policy


def _begins_line(piece: Piece) -> bool:
    return "\n" in piece.before


def _with_line(policy: Policy, field: str, value: str) -> Policy:
    pieces = list(policy.pieces)
    last = -1
    for place, piece in enumerate(pieces):
        if piece.role is not Role.CONTROL:
            continue
        last = place
        row = read_row(piece.text, is_marked=True)
        if row is not None and row.field == field:
            pieces[place] = replace(piece, text=_replace_value(piece.text, row.value, value))
            return _made(policy, pieces)
    return _made(policy, _with_new_line(pieces, last, f"{NAMES[field]}\t{value}"))


def _replace_value(line: str, old: str, new: str) -> str:
    head, _, tail = line.rpartition(old)
    return head + new + tail


def _with_new_line(pieces: list[Piece], last: int, line: str) -> list[Piece]:
    """Put a line after the last of the front page, or after the title where there is none."""
    if last >= 0:
        piece = Piece(line, Role.CONTROL, "\n", pieces[last].section)
        return [*pieces[: last + 1], piece, *pieces[last + 1 :]]
    titled = next((n for n, one in enumerate(pieces) if one.role is Role.HEADING), -1)
    section = pieces[titled].section if titled >= 0 else ""
    piece = Piece(line, Role.CONTROL, "\n\n" if titled >= 0 else "", section)
    rest = pieces[titled + 1 :]
    if titled < 0 and rest:
        rest[0] = replace(rest[0], before="\n\n" + rest[0].before.lstrip())
    return [*pieces[: titled + 1], piece, *rest]


def _made(policy: Policy, pieces: list[Piece]) -> Policy:
    """Return a policy of these pieces, with what its front page says now."""
    lines = [one.text for one in pieces if one.role is Role.CONTROL]
    rows = [row for line in lines if (row := read_row(line, is_marked=True)) is not None]
    return replace(policy, control=read_control(rows), pieces=tuple(pieces), ids=())
