"""The records of the audit log."""

from staffroom.school.audit.models.entry import Entry

__all__ = ["Entry"]
