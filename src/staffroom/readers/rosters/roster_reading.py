"""What came of reading a roster, and how are its cells cut to what the school can hold?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from staffroom.readers.rosters.problems import Problem, RowError
from staffroom.readers.rosters.table import Row
from staffroom.records.rosters import Roster

LONGEST: Final = {
    "identifier": 100,
    "given name": 80,
    "family name": 80,
    "email": 254,
    "phone": 30,
    "job": 80,
    "year": 40,
    "account": 100,
}
_EMAIL: Final = re.compile(r"[^\s@,;<>\"]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@dataclass(frozen=True, slots=True)
class RosterReading:
    """What a roster says, and what of it could not be used."""

    roster: Roster
    problems: tuple[Problem, ...] = ()


def text_in(row: Row, column: str, kind: str) -> str:
    """Return a cell without signs that cannot be seen; raises RowError where it is too long for its kind."""
    text = visible(row[column])
    if len(text) > LONGEST[kind]:
        raise RowError(f'The cell "{column}" is longer than {LONGEST[kind]} characters.')
    return text


def needed_text(row: Row, column: str, kind: str) -> str:
    """Return a cell that may not be empty; raises RowError where it is, or where it is too long."""
    text = text_in(row, column, kind)
    if not text:
        raise RowError(f'The cell "{column}" is empty. Fill it in.')
    return text


def visible(text: str) -> str:
    """Leave out of a text what cannot be seen or stored: control signs, halves of letters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign for sign in text if unicodedata.category(sign) not in _UNSEEN).strip()


def is_email(text: str) -> bool:
    """Say whether a text looks like one e-mail address."""
    return len(text) <= LONGEST["email"] and bool(_EMAIL.fullmatch(text))


def has_lost_rows(problems: tuple[Problem, ...]) -> bool:
    """Say whether a problem stands for a row that was left out; the first row holds the headings."""
    return any(problem.row > 1 for problem in problems)
