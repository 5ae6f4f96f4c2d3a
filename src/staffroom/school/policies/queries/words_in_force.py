"""In which words does each clause stand in the policy that is in force here?"""

from __future__ import annotations

from staffroom.records.versions import VersionState
from staffroom.school.policies.models import Piece


def words_in_force() -> dict[str, str]:
    """Return the school's own words of each clause of the template that its versions in force have."""
    pieces = Piece.objects.filter(version__state=VersionState.IN_FORCE.value).exclude(clause="")
    return dict(pieces.order_by("version", "place").values_list("clause", "text"))
