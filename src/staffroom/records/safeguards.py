"""What must be written down before anybody's use of the network is looked at?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Answers = Mapping[str, str]


class Subject(StrEnum):
    """What a statement of the monitoring record is about."""

    NECESSITY = "necessity"
    ASSESSMENT = "assessment"  # the data protection impact assessment
    BASIS = "basis"
    CONSULTATION = "consultation"
    NOTICE = "notice"


class Seat(StrEnum):
    """Who sits at the annual review, each a different person."""

    LEADERSHIP = "senior leadership"
    SAFEGUARDING = "safeguarding lead"
    NETWORK = "network and systems"
    GOVERNOR = "governor"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a statement. `choices` are (value, words); empty for an answer in one's own words.

    It is asked only where `asked_if` is empty or another question, `asked_if[0]`, was answered with one of
    `asked_if[1:]`. `may_be_empty` marks one that needs no answer.
    """

    name: str
    title: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    asked_if: tuple[str, ...] = ()
    may_be_empty: bool = False
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Safeguards:
    """What is on record: the finished statements, and the review that is due next.

    `attendees` are the references of those named for it, by seat. `review_due_on` is None while no review
    has a date.
    """

    statements: Mapping[Subject, Answers] = field(default_factory=dict)
    review_due_on: date | None = None
    attendees: Mapping[Seat, str] = field(default_factory=dict)
