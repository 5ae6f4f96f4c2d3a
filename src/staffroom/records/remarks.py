"""What does somebody say to a visit that is held on them?"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class RemarkKind(StrEnum):
    """What a remark says."""

    PURPOSE = "school purpose"  # that was for the school's work
    CHALLENGE = "challenge"  # that is wrong


class AcceptedRemark(NamedTuple):
    """A remark that was found right: whose (a code), of which service, from which window to which."""

    who: int
    service: str
    first: int
    last: int
    kind: RemarkKind
    because: str = ""
