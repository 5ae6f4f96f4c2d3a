"""What is done with the audit log itself?"""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """The acts of this room, as the audit log names them."""

    READ = "audit.audit log read"
