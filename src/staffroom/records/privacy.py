"""What does a field of a record hold, how long does it live, and may the person ask for it?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a field says about people."""

    IDENTIFIES = "identifies"
    PSEUDONYM = "pseudonym"
    CONTENT = "content"
    HOUSEKEEPING = "housekeeping"


class Lifetime(StrEnum):
    """How long a field is kept; the periods themselves are decided by the school and dated."""

    IN_SCOPE = "while the person is in scope, then as long as their acknowledgements"
    ACKNOWLEDGEMENTS = "as long as acknowledgements are kept"
    VISITS = "as long as evidence of visits is kept"
    NOTICES = "as long as notices are kept"
    ONE_USE = "until it has arrived, was used or is over"
    POLICY = "as long as the policy's history is kept"
    MONITORING = "as long as the monitoring record is kept"
    SESSION = "until the person signs out or the session ends"
    AUDIT = "as long as the audit log is kept"
    PUPIL = "while the pupil is at the school"
    UPLOAD = "until it is imported or given up, a day at most"
    SCHOOL = "while the school uses Staffroom"


@dataclass(frozen=True, slots=True)
class Held:
    """How one field is held. `is_shown` says whether a subject access request returns it."""

    kind: Kind
    until: Lifetime
    is_shown: bool


def identifies(until: Lifetime, *, is_shown: bool = True) -> Held:
    """Say of a field that it names a person."""
    return Held(Kind.IDENTIFIES, until, is_shown)


def pseudonym(until: Lifetime, *, is_shown: bool = True) -> Held:
    """Say of a field that it stands for a person without naming them."""
    return Held(Kind.PSEUDONYM, until, is_shown)


def content(until: Lifetime, *, is_shown: bool = True) -> Held:
    """Say of a field that it holds what somebody wrote or chose."""
    return Held(Kind.CONTENT, until, is_shown)


def housekeeping(until: Lifetime, *, is_shown: bool = False) -> Held:
    """Say of a field that it says nothing about a person by itself."""
    return Held(Kind.HOUSEKEEPING, until, is_shown)
