"""What happens at the desk itself?"""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """The acts of the desk, as the audit log names them."""

    REFUSED = "web.page refused"
