"""In which state is a version of a policy, and how may somebody answer to it?"""

from __future__ import annotations

from enum import StrEnum


class VersionState(StrEnum):
    """Where a version stands between draft and history."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    APPROVAL = "approval"
    APPROVED = "approved"
    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What takes a version from one state to another."""

    CONSULT = "consult"
    ASK = "ask for approval"
    APPROVE = "approve"
    SEND_BACK = "send back"
    BRING_IN = "bring into force"
    ADOPT = "adopt as published"
    SUPERSEDE = "supersede"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


class Answer(StrEnum):
    """What somebody says to a version that they were asked to read, or what is recorded of them."""

    ACCEPTED = "accepted"
    QUESTIONS = "questions"
    DECLINED = "declined"
    ON_PAPER = "on paper"
    EXEMPT = "exempt"


class Change(StrEnum):
    """How a clause differs from the version before."""

    ADDED = "added"
    REWORDED = "reworded"
    WITHDRAWN = "withdrawn"
