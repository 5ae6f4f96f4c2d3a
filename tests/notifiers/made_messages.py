"""A made message."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from staffroom.notifiers.message import Message

AT = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
MESSAGE = Message(
    ref="abc123.school",
    to="robin@hollybank.example",
    subject="Please read the policy",
    body="The policy has changed.\n\nRead it by Friday.",
    school="Hollybank School",
    written_at=AT,
    link="https://staffroom.hollybank.example/policies/",
    link_words="Read it in Staffroom",
    closing="You get this because the policy applies to you.",
)


def message(**changed) -> Message:
    return replace(MESSAGE, **changed)
