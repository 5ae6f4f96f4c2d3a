"""What has changed in a version, word by word?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from staffroom.policy.wording import Stretch, compare_words, share_kept
from staffroom.records.versions import Change
from staffroom.school.policies.models import Marking, Version

READABLE = 0.5  # below this share of kept words, before and after are read more easily whole


@dataclass(frozen=True, slots=True)
class Changed:
    """A change with its words compared; no stretches where before and after are read more easily whole."""

    marking: Marking
    stretches: tuple[Stretch, ...] = ()


def changes_in(version: Version) -> Sequence[Changed]:
    """Return the changes of a version since the one before, in the order of its text."""
    return [_compare(one) for one in version.markings.all()]


def _compare(marking: Marking) -> Changed:
    if marking.kind != Change.REWORDED:
        return Changed(marking)
    stretches = compare_words(marking.old, marking.new)
    return Changed(marking, stretches if share_kept(stretches) >= READABLE else ())
