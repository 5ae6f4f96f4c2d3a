"""How is an act written into the log?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from staffroom.records.actors import Actor
from staffroom.school.audit.models import Entry

REFERENCE = re.compile(r"[A-Za-z0-9_./:-]{0,40}")
FIGURE = re.compile(r"[a-z0-9_ -]{1,40}")

Figures = Mapping[str, int | bool | str]


class PersonalContentError(ValueError):
    """Something that could name a person was about to be written into the audit log."""


@dataclass(frozen=True, slots=True)
class About:
    """What an act was about: the kind of thing, and its reference."""

    kind: str
    ref: str


NOTHING = About("", "")


def record(
    *,
    by: Actor,
    at: datetime,
    act: StrEnum,
    about: About = NOTHING,
    clause: str = "",
    figures: Figures | None = None,
) -> Entry:
    """Write an act into the log, in the transaction of the act itself.

    `figures` are numbers, truths and short codes in lower case. Raises PersonalContentError for anything
    else, and TransactionManagementError where the act has no transaction: both stand or fall together.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("An act and its audit line need one transaction.")
    _refuse_content(about, figures or {})
    return Entry.objects.create(
        at=at,
        actor_kind=by.kind.value,
        actor=by.ref,
        act=act.value,
        about_kind=about.kind,
        about=about.ref,
        clause=clause,
        figures=dict(figures or {}),
    )


def _refuse_content(about: About, figures: Figures) -> None:
    if not REFERENCE.fullmatch(about.ref):
        raise PersonalContentError("The audit log takes references only.")
    for name, figure in figures.items():
        is_code = isinstance(figure, int) or bool(FIGURE.fullmatch(figure))
        if not (FIGURE.fullmatch(name) and is_code):
            raise PersonalContentError(f"The audit log takes numbers and short codes only, not {name!r}.")
