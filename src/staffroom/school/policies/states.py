"""In which state is a version, read anew where something is about to be done with it?"""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from staffroom.records.versions import Step, VersionState
from staffroom.rules.version_flow import decide_step, follow
from staffroom.school.policies.models import Version
from staffroom.school.policies.refusals import require


def state_of(version: Version) -> VersionState:
    """Return the state of a version that is at hand."""
    return VersionState(version.state)


def hold(version: Version) -> Version:
    """Return a version as it is now, and let nobody else change it until this transaction ends."""
    return Version.objects.select_for_update().get(pk=version.pk)


def move(version: Version, step: Step) -> None:
    """Take a step with a version; the caller saves it. Raises NotDone where its state does not allow it."""
    require(decide_step(state_of(version), step))
    version.state = follow(state_of(version), step).value


def day_of(at: datetime) -> date:
    """Return the day of a moment, as the school's clocks have it."""
    return timezone.localdate(at)
