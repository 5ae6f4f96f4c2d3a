"""What has the clock done?"""

from __future__ import annotations

from datetime import datetime

from staffroom.school.clock.models import Run


def broken_runs(*, since: datetime) -> list[Run]:
    """Return the runs since a moment that ended in an error."""
    return list(Run.objects.filter(due_at__gte=since).exclude(problem=""))
