"""The records of notices."""

from staffroom.school.notices.models.notice import Notice, State

__all__ = ["Notice", "State"]
