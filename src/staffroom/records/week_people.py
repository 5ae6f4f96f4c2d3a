"""What may a report know of the person behind a code?"""

from __future__ import annotations

from typing import NamedTuple


class CodedPerson(NamedTuple):
    """The working pattern of the person behind a code, and what the purposes register asks for; no name."""

    pattern: str
    person: str
    roles: frozenset[str]


STRANGER = CodedPerson("", "", frozenset())
