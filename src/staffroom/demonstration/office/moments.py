"""When did what happen at the made school? Everything is reckoned from the made week, and from now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from staffroom.rules.academic_year import academic_year, first_day

AGE_OF_POLICY: Final = timedelta(days=20)
LONG_AGO: Final = timedelta(days=230)


@dataclass(frozen=True, slots=True)
class Moments:
    """The days of the made school's story: the Monday of its logs, and when it is told (aware)."""

    week: date
    told_at: datetime

    @property
    def told_on(self) -> date:
        """Return the day on which the story is told."""
        return self.told_at.date()

    @property
    def policy_day(self) -> date:
        """Return when the policy came into force: lately, in the academic year of today."""
        return max(self.told_on - AGE_OF_POLICY, first_day(academic_year(self.told_on)))

    @property
    def began(self) -> datetime:
        """Return when the school was set up."""
        return self.before_policy(LONG_AGO.days)

    def before_policy(self, days: int, hour: int = 9) -> datetime:
        """Return a moment some days before the policy came into force."""
        return self._at(self.policy_day - timedelta(days=days), hour)

    def after_week(self, days: int, hour: int = 9) -> datetime:
        """Return a moment some days after the Monday of the week; before it where they are negative."""
        return self._at(self.week + timedelta(days=days), hour)

    def ago(self, days: int, hour: int = 9) -> datetime:
        """Return a moment some days ago."""
        return self._at(self.told_on - timedelta(days=days), hour)

    def _at(self, day: date, hour: int) -> datetime:
        return min(datetime.combine(day, time(hour), UTC), self.told_at)
