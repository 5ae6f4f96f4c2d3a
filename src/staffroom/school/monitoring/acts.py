"""What is done about monitoring?"""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """The acts of this room, as the audit log names them."""

    STATEMENT_SAVED = "monitoring.statement saved"
    STATEMENT_FINISHED = "monitoring.statement finished"
    REVIEW_PLANNED = "monitoring.review planned"
    REVIEW_HELD = "monitoring.review held"
    SWITCH_ASKED = "monitoring.switch asked"
    SWITCH_CONFIRMED = "monitoring.switch confirmed"
    SWITCH_TAKEN_BACK = "monitoring.switch taken back"
    SETTING_CHANGED = "monitoring.setting changed"
    NOTICE_PUBLISHED = "monitoring.notice published"
    NOTICE_READ = "monitoring.notice read"
    NOTICE_SENT = "monitoring.notice sent"
    SOURCE_ADDED = "monitoring.source added"
    SOURCE_CHANGED = "monitoring.source changed"
    SOURCES_READ = "monitoring.sources read"
    OVERRIDE_MADE = "monitoring.override made"
    OVERRIDE_ENDED = "monitoring.override ended"
    PURPOSE_ALLOWED = "monitoring.purpose allowed"
    PURPOSE_ASKED = "monitoring.purpose asked"
    PURPOSE_REFUSED = "monitoring.purpose refused"
    PURPOSE_ENDED = "monitoring.purpose ended"
    REMARK_WRITTEN = "monitoring.remark written"
    REMARK_READ = "monitoring.remark read"
    REMARK_ANSWERED = "monitoring.remark answered"
    WEEK_PUBLISHED = "monitoring.week published"
    COUNTS_SEEN = "monitoring.counts seen"
    FORGOTTEN = "monitoring.days forgotten"
