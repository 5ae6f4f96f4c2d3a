"""Which policies in force are past their review?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from staffroom.records.versions import VersionState
from staffroom.school.policies.models import Version


def overdue(*, on: date) -> Sequence[Version]:
    """Return the versions in force whose review is overdue on a day, the longest first."""
    found = Version.objects.filter(state=VersionState.IN_FORCE.value, review_last_day__lt=on)
    return list(found.select_related("policy").order_by("review_last_day")[:3])
