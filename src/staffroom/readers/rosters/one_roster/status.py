"""What does the column `status` of a OneRoster table say?"""

from __future__ import annotations

from staffroom.readers.rosters.table import Row

TO_BE_DELETED = "tobedeleted"
INACTIVE = "inactive"  # release 1.0's word for the same


def is_withdrawn(row: Row) -> bool:
    """Say whether a row takes back what it names; an empty status does not."""
    return row["status"].casefold() in (TO_BE_DELETED, INACTIVE)
