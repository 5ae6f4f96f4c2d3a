"""What is done with notices?"""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """The acts of this room, as the audit log names them."""

    WRITTEN = "notices.notice written"
    DELIVERED = "notices.notice delivered"
    REFUSED = "notices.notice refused"
    TRIED_AGAIN = "notices.refused notices tried again"
    MAIL_SET = "notices.mail settings changed"
    MAIL_TESTED = "notices.mail tested"
    CHANNEL_ADDED = "notices.address added"
    CHANNEL_CONFIRMED = "notices.address confirmed"
    CHANNEL_REMOVED = "notices.address removed"
