"""What is done with policies?"""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """The acts of this room, as the audit log names them."""

    ADDED = "policies.policy added"
    CHANGED = "policies.policy changed"
    LINKED = "policies.policy linked"
    UNLINKED = "policies.policy unlinked"
    DRAFTED = "policies.version drafted"
    IMPORTED = "policies.version imported"
    EDITED = "policies.version edited"
    MARKED = "policies.change marked"
    MOVED = "policies.version moved"
    COMMENTED = "policies.comment made"
    COMMENT_ANSWERED = "policies.comment answered"
    APPROVAL_ASKED = "policies.approval asked"
    APPROVAL_GIVEN = "policies.approval given"
    APPROVAL_REFUSED = "policies.approval refused"
    APPROVAL_VOID = "policies.approval void"
    CAMPAIGN_BEGUN = "policies.campaign begun"
    CAMPAIGN_ENDED = "policies.campaign ended"
    ASKED = "policies.people asked"
    ACKNOWLEDGED = "policies.version acknowledged"
    QUESTION_ANSWERED = "policies.question answered"
    QUESTION_SEEN = "policies.question seen"
    RECORDED = "policies.acknowledgement recorded"
    EXEMPTED = "policies.person exempted"
    ASKED_AGAIN = "policies.person asked again"
    PENDING_SEEN = "policies.pending seen"
    SCAN_SEEN = "policies.scan seen"
    OWNER_REMINDED = "policies.owner reminded"
