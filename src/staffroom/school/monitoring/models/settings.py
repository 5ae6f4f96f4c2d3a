"""What the school has decided about monitoring where the policy leaves it open."""

from __future__ import annotations

from django.db import models

from staffroom.records.privacy import Lifetime, housekeeping


class MonitoringSettings(models.Model):
    """Days: after an overdue review, to answer in, and from a week's end until its counts are published.

    `drop_unknown_accounts` is 1 where lines of accounts on no list are left out, and 0 where they are kept
    as nobody's. How long evidence is kept and the smallest cohort are the school's (`people.School`).
    """

    grace_days = models.PositiveSmallIntegerField(default=28)
    answer_days = models.PositiveSmallIntegerField(default=14)
    publish_after_days = models.PositiveSmallIntegerField(default=7)
    drop_unknown_accounts = models.PositiveSmallIntegerField(default=0)

    class Privacy:
        """Nothing here is about a person."""

        grace_days = housekeeping(Lifetime.MONITORING)
        answer_days = housekeeping(Lifetime.MONITORING)
        publish_after_days = housekeeping(Lifetime.MONITORING)
        drop_unknown_accounts = housekeeping(Lifetime.MONITORING)

    class Meta:
        """There is only one."""

        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="monitoring_settings_only_one"),)

    def __str__(self) -> str:
        return "settings of monitoring"
