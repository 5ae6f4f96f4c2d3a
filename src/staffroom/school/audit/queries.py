"""What does the log say?"""

from __future__ import annotations

from collections.abc import Sequence

from staffroom.school.audit.models import Entry


def entries_about(ref: str, *, most: int = 200) -> Sequence[Entry]:
    """Return the latest entries about one thing, newest first."""
    return list(Entry.objects.filter(about=ref).order_by("-id")[:most])


def entries_by(ref: str, *, most: int = 200) -> Sequence[Entry]:
    """Return the latest acts of one actor, newest first."""
    return list(Entry.objects.filter(actor=ref).order_by("-id")[:most])
