"""How does a look at a roster show what would change: the old value beside the new?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format

from staffroom.records.roster_plans import Change
from staffroom.records.rosters import OnFile
from staffroom.web.people import words


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a person; `was` and `now` are empty where the field has no value to show."""

    field: str
    was: str
    now: str


def changes_of(change: Change, held: OnFile) -> list[FieldChange]:
    """Return each field that would change, with its values; accounts and standings are only added to."""
    return [_field(name, held, change) for name in change.fields]


def _field(name: str, held: OnFile, change: Change) -> FieldChange:
    was, now = getattr(held, name, ""), getattr(change.entry, name, "")
    if isinstance(was, frozenset):  # an import gives accounts and standings, and takes none away
        now = was | frozenset(now)
    return FieldChange(name, _said(was), _said(now))


def _said(value: Any) -> str:
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, frozenset):
        return ", ".join(sorted(str(words.STANDINGS.get(one, one)) for one in value))
    return str(value or "")
