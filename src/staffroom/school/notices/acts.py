"""What is done with notices?"""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """The acts of this room, as the audit log names them."""

    WRITTEN = "notices.notice written"
