"""What is there of what a version needs before it can go on?"""

from __future__ import annotations

from datetime import date

from staffroom.records.viewers import Viewer
from staffroom.rules.publishing import Readiness
from staffroom.school.people.models import Person
from staffroom.school.people.queries import viewer_of
from staffroom.school.policies.models import Version


def readiness_of(version: Version, *, on: date) -> Readiness:
    """Return what is known of a version that is to go on."""
    policy = version.policy
    return Readiness(
        clauses=frozenset(version.pieces.exclude(clause="").values_list("clause", flat=True)),
        review_last_day=version.review_last_day,
        owner=_viewer(policy.owner, on),
        governor=_viewer(policy.governor, on),
        said_elsewhere=frozenset(version.elsewhere),
        unmarked_changes=version.markings.filter(is_material__isnull=True).count(),
        unanswered_comments=version.comments.filter(reply__isnull=True).count(),
        is_consulted=version.was_consulted or bool(version.not_consulted_because.strip()),
    )


def _viewer(person: Person | None, on: date) -> Viewer | None:
    return None if person is None else viewer_of(person, on=on)
